package org.cumulet.saga;

import io.agroal.api.AgroalDataSource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One statement at a time on the ledger's database.
///
/// Steps can run twice, so taking and saving need not wait for the disk: they begin with `LAZY`.
final class Sql {

    static final String LAZY = "with lazy as (select set_config('synchronous_commit', 'off', true)) ";

    interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private final AgroalDataSource database;

    Sql(AgroalDataSource database) {
        this.database = database;
    }

    <T> T with(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new LedgerUnreachable(e);
        }
    }

    int update(String sql, @Nullable Object... values) {
        return with(sql, statement -> set(statement, values).executeUpdate());
    }

    List<UUID> ids(String sql, @Nullable Object... values) {
        return with(sql, statement -> {
            var ids = new ArrayList<UUID>();
            try (var row = set(statement, values).executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    static PreparedStatement set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Collection<?> all) {
                var type = all.stream().allMatch(UUID.class::isInstance) && !all.isEmpty() ? "uuid" : "text";
                statement.setArray(i + 1, statement.getConnection().createArrayOf(type, all.toArray()));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
