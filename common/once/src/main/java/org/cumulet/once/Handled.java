package org.cumulet.once;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one service remembers of requests that came with a key.
final class Handled {

    private final AgroalDataSource database;

    Handled(AgroalDataSource database) {
        this.database = database;
    }

    /// @param resource id of what was made or changed, where the answer named one
    record Answer(int status, @Nullable String resource) {}

    Optional<Answer> find(String key) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select status, resource from handled_request where key = ?")) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(new Answer(row.getInt(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    /// Joins the running transaction.
    ///
    /// @throws SQLException where somebody else has handled it meanwhile, too
    void remember(String key, Answer answer) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into handled_request (key, status, resource) values (?, ?, ?)")) {
            insert.setString(1, key);
            insert.setInt(2, answer.status());
            insert.setString(3, answer.resource());
            insert.executeUpdate();
        }
    }
}
