package org.cumulet.database.backup;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far a backup is.
public enum BackupState {
    @JsonProperty("building")
    BUILDING,
    /// It is whole and kept.
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("failed")
    FAILED
}
