package org.cumulet.database.engine;

import jakarta.inject.Singleton;

/// The engine of a kind.
@Singleton
public class Engines {

    private final Engine mariaDb = new MariaDb();
    private final Engine mySql = new MySql();
    private final Engine postgres = new Postgres();

    public Engine of(EngineKind kind) {
        return switch (kind) {
            case MARIADB -> mariaDb;
            case MYSQL -> mySql;
            case POSTGRESQL -> postgres;
        };
    }
}
