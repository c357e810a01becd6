package org.cumulet.inventory.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a host is there for.
public enum HostRole {
    /// The cloud's own services, and what other hosts ask for: time, a way out.
    @JsonProperty("controller")
    CONTROLLER,
    /// Servers run there.
    @JsonProperty("compute")
    COMPUTE,
    /// Volumes live there.
    @JsonProperty("storage")
    STORAGE,
    /// The way out for hosts that have none of their own.
    @JsonProperty("gateway")
    GATEWAY,
    /// Databases live there.
    @JsonProperty("database")
    DATABASE;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
