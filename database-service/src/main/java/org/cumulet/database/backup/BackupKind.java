package org.cumulet.database.backup;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a backup was made.
public enum BackupKind {
    /// Somebody asked for it.
    @JsonProperty("on_demand")
    ON_DEMAND,
    /// Its hour had come.
    @JsonProperty("scheduled")
    SCHEDULED,
    /// Its database was about to be dropped, or replaced.
    @JsonProperty("last")
    LAST
}
