package org.cumulet.database.install;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far an installation is.
public enum InstallationState {
    @JsonProperty("installing")
    INSTALLING,
    /// The server runs and is registered.
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("failed")
    FAILED
}
