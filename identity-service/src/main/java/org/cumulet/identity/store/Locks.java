package org.cumulet.identity.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/// Locks by id that many logins share and a change has alone, until the transaction ends. They cost no write, as locks
/// on rows that many share would.
@Singleton
public class Locks {

    /// More at once would fill the database's table of locks: then all logins wait.
    private static final int MOST = 500;

    private static final String ALL = "all";
    private static final String SHARE = "select pg_advisory_xact_lock_shared(hashtextextended(?, 0))";
    private static final String OWN = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private final AgroalDataSource database;

    Locks(@DataSource("identity") AgroalDataSource database) {
        this.database = database;
    }

    /// From now on it stays as it is; what is read of it afterwards is what was last committed.
    public void share(String id) {
        take(SHARE, id);
    }

    /// For a login, before it shares what it rests on.
    public void shareAll() {
        share(ALL);
    }

    /// Nobody shares it any more.
    public void own(String id) {
        take(OWN, id);
    }

    /// Nobody shares them any more. Each in the same order, so that two who do so wait for each other.
    public void own(Collection<String> ids) {
        (ids.size() > MOST ? List.of(ALL) : ids.stream().sorted().distinct().toList()).forEach(this::own);
    }

    private void take(String sql, String id) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(sql)) {
            lock.setString(1, id);
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("A lock cannot be had", e);
        }
    }
}
