package org.cumulet.once;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one service remembers of what was asked with a key.
public final class Handled {

    private final AgroalDataSource database;

    Handled(AgroalDataSource database) {
        this.database = database;
    }

    /// @param resource id of what was made or changed, where the answer named one
    public record Answer(int status, @Nullable String resource) {}

    /// What was answered, by key.
    public Map<String, Answer> find(Collection<String> keys) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select key, status, resource from handled_request where key = any(?)")) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var found = new HashMap<String, Answer>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), new Answer(row.getInt(2), row.getString(3)));
                }
            }
            return found;
        }
    }

    /// Joins the running transaction.
    ///
    /// @throws SQLException where somebody else has handled one of them meanwhile, too
    public void remember(Map<String, Answer> answers) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into handled_request (key, status, resource) values (?, ?, ?)")) {
            for (var each : answers.entrySet()) {
                insert.setString(1, each.getKey());
                insert.setInt(2, each.getValue().status());
                insert.setString(3, each.getValue().resource());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
