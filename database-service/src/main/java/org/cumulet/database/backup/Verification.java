package org.cumulet.database.backup;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether a backup proved to be restorable.
public enum Verification {
    @JsonProperty("none")
    NONE,
    @JsonProperty("running")
    RUNNING,
    /// It was restored, and everything was there.
    @JsonProperty("verified")
    VERIFIED,
    /// It could not be restored, or something was missing.
    @JsonProperty("failed")
    FAILED
}
