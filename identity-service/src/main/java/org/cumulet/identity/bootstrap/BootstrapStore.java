package org.cumulet.identity.bootstrap;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import org.hibernate.Session;

/// What the settings said when they were last applied.
@Singleton
class BootstrapStore {

    private static final long LOCK = 0x1d_e4_71_7eL;
    private static final String PUT = """
            insert into bootstrap (name, value) values (?1, ?2)
            on conflict (name) do update set value = excluded.value where bootstrap.value <> excluded.value""";

    private final Session database;

    BootstrapStore(@PersistenceUnit("identity") Session database) {
        this.database = database;
    }

    /// One process at a time, until its transaction ends.
    void lock() {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)", String.class)
                .setParameter(1, LOCK)
                .getResultList();
    }

    /// Whether the setting is new, or another than the last time; it is remembered.
    boolean isNews(String name, String value) {
        return database.createNativeQuery(PUT)
                        .setParameter(1, name)
                        .setParameter(2, value)
                        .executeUpdate()
                > 0;
    }
}
