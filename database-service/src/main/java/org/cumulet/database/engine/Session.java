package org.cumulet.database.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// A connection to a server, for a few statements.
public final class Session implements AutoCloseable {

    /// Reads one row.
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    private Session(Connection connection) {
        this.connection = connection;
    }

    static Session open(Driver driver, String url, Access access, Properties more) throws SQLException {
        var properties = new Properties();
        properties.putAll(more);
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        var connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("Not an address of this driver: " + url, "08001");
        }
        return new Session(connection);
    }

    /// For what a statement alone cannot do.
    public Connection connection() {
        return connection;
    }

    /// Runs a statement whose names and texts are quoted already.
    public void run(String statement) throws SQLException {
        try (var open = connection.createStatement()) {
            open.setEscapeProcessing(false);
            open.execute(statement);
        }
    }

    public <T> List<T> all(String query, Row<T> reader, Object... arguments) throws SQLException {
        try (var prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                prepared.setObject(i + 1, arguments[i]);
            }
            var found = new ArrayList<T>();
            try (var row = prepared.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        }
    }

    public boolean any(String query, Object... arguments) throws SQLException {
        return !all(query, _ -> true, arguments).isEmpty();
    }

    public <T> T one(String query, Row<T> reader, Object... arguments) throws SQLException {
        return all(query, reader, arguments).getFirst();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
