package org.cumulet.identity.store;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

/// Locks by id that many logins share and a change has alone, until the transaction ends. They cost no write, as locks
/// on rows that many share would.
@Singleton
public class Locks {

    /// More at once would fill the database's table of locks: then all logins wait.
    private static final int MOST = 500;

    private static final String ALL = "all";

    private final Session database;

    Locks(@PersistenceUnit("identity") Session database) {
        this.database = database;
    }

    /// From now on it stays as it is; what is read of it afterwards is what was last committed.
    public void share(String id) {
        select("pg_advisory_xact_lock_shared(hashtextextended(?1, 0)) as text)", id);
    }

    /// For a login, before it shares what it rests on.
    public void shareAll() {
        share(ALL);
    }

    /// Nobody shares it any more.
    public void own(String id) {
        select("pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)", id);
    }

    /// Nobody shares them any more. Each in the same order, so that two who do so wait for each other.
    public void own(Collection<String> ids) {
        (ids.size() > MOST ? List.of(ALL) : ids.stream().sorted().distinct().toList()).forEach(this::own);
    }

    private void select(String lock, String id) {
        database.createNativeQuery("select cast(" + lock, String.class)
                .setParameter(1, id)
                .getResultList();
    }
}
