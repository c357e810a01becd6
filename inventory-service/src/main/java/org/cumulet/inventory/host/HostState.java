package org.cumulet.inventory.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What we know of a host.
public enum HostState {
    /// Nothing yet.
    @JsonProperty("new")
    NEW,
    /// We are looking.
    @JsonProperty("probing")
    PROBING,
    /// Servers can run there.
    @JsonProperty("ready")
    READY,
    /// It does not answer.
    @JsonProperty("unreachable")
    UNREACHABLE,
    /// It shows another host key, or does not let us in.
    @JsonProperty("refused")
    REFUSED,
    /// It answers, but servers cannot run there.
    @JsonProperty("error")
    ERROR;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
