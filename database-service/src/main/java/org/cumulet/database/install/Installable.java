package org.cumulet.database.install;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.cumulet.database.engine.EngineKind;

/// What can be installed: what Debian and the RHEL family have packages of.
enum Installable {
    @JsonProperty("mariadb")
    MARIADB(EngineKind.MARIADB),
    @JsonProperty("postgresql")
    POSTGRESQL(EngineKind.POSTGRESQL);

    private final EngineKind kind;

    Installable(EngineKind kind) {
        this.kind = kind;
    }

    EngineKind kind() {
        return kind;
    }
}
