package org.cumulet.database.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Whether a server answers.
public enum ServerState {
    @JsonProperty("online")
    ONLINE,
    @JsonProperty("offline")
    OFFLINE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
