package org.cumulet.database.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.engine.Profile;
import org.cumulet.database.server.DatabaseServer;
import org.jspecify.annotations.Nullable;

/// A database as the API shows it.
///
/// @param fault why it is in error
/// @param sizeBytes when last measured
/// @param overSize whether that is more than its limit
public record DatabaseView(
        UUID id,
        String name,
        EngineKind engine,
        String server,
        DatabaseState state,
        @Nullable String fault,
        String characterSet,
        String collation,
        @Nullable Long sizeLimitMb,
        @Nullable Long sizeBytes,
        boolean overSize,
        @Nullable Integer connections,
        List<User> users,
        Instant createdAt,
        Instant updatedAt) {

    /// A user of it.
    ///
    /// @param oldPasswordUntil until when the password before this one works too
    public record User(
            String name,
            Profile profile,
            List<String> hosts,
            @Nullable Instant oldPasswordUntil,
            Credentials connection) {}

    /// @param passwords those to be shown this once, by user
    static DatabaseView of(
            Database database, DatabaseServer server, List<DatabaseGrant> grants, Map<String, String> passwords) {
        return new DatabaseView(
                database.id(),
                database.name(),
                server.engine(),
                server.name(),
                database.state(),
                database.trouble(),
                database.characterSet(),
                database.collation(),
                database.sizeLimitMb(),
                database.bytes(),
                database.isOverItsLimit(),
                database.connections(),
                grants.stream()
                        .filter(grant -> !grant.isWithdrawn())
                        .map(grant -> user(database, server, grant, passwords))
                        .toList(),
                database.created(),
                database.updated());
    }

    private static User user(
            Database database, DatabaseServer server, DatabaseGrant grant, Map<String, String> passwords) {
        var user = grant.user();
        return new User(
                user.name(),
                grant.profile(),
                grant.hosts(),
                user.oldUntil(),
                Credentials.of(
                        server.engine(),
                        server.host(),
                        server.port(),
                        database.name(),
                        user.login(),
                        passwords.get(user.name())));
    }

    public record One(DatabaseView database) {}

    record Many(List<DatabaseView> databases, List<Link> databasesLinks) {}

    record Link(String rel, String href) {}
}
