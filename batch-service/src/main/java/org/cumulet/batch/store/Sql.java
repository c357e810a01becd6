package org.cumulet.batch.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One statement at a time on this service's database, in the running transaction where there is one.
@Singleton
public class Sql {

    private final AgroalDataSource database;

    Sql(@DataSource("batch") AgroalDataSource database) {
        this.database = database;
    }

    /// What a row says.
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Something done with a connection of the running transaction.
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger of jobs cannot be used", e);
        }
    }

    public int update(String sql, @Nullable Object... values) {
        return with(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return set(statement, values).executeUpdate();
            }
        });
    }

    /// The same statement for each of these rows of values.
    ///
    /// @return how many rows each of them has changed
    public int[] batch(String sql, Collection<@Nullable Object[]> rows) {
        return with(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var values : rows) {
                    set(statement, values).addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        return with(connection -> {
            try (var statement = connection.prepareStatement(sql);
                    var row = set(statement, values).executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        });
    }

    public <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    public boolean exists(String sql, @Nullable Object... values) {
        return first(sql, _ -> true, values).isPresent();
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// As PostgreSQL takes an interval.
    public static String interval(Duration duration) {
        return duration.toMillis() + " milliseconds";
    }

    /// Its values, from the first on.
    public static PreparedStatement set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Instant at -> statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
                case Collection<?> all ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("text", all.toArray()));
                case null, default -> statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
