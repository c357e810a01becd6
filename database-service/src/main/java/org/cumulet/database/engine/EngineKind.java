package org.cumulet.database.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What kind of server it is.
public enum EngineKind {
    @JsonProperty("mariadb")
    MARIADB(3306),
    @JsonProperty("mysql")
    MYSQL(3306),
    @JsonProperty("postgresql")
    POSTGRESQL(5432);

    private final int port;

    EngineKind(int port) {
        this.port = port;
    }

    /// Where it listens unless told otherwise.
    public int port() {
        return port;
    }

    /// As the API writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
