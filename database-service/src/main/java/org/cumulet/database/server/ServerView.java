package org.cumulet.database.server;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.database.engine.EngineKind;
import org.jspecify.annotations.Nullable;

/// A server as its operators see it. Its administrator's password is not to be seen.
///
/// @param sizeBytes of all databases on it, at `checked_at`
/// @param trouble why it does not answer
record ServerView(
        UUID id,
        String name,
        EngineKind engine,
        String host,
        int port,
        String adminUser,
        ServerState state,
        @Nullable String trouble,
        @Nullable String version,
        @Nullable Long sizeBytes,
        @Nullable Integer connections,
        @Nullable Integer maxConnections,
        @Nullable Instant checkedAt,
        Instant createdAt,
        Instant updatedAt) {

    static ServerView of(DatabaseServer server) {
        return new ServerView(
                server.id(),
                server.name(),
                server.engine(),
                server.host(),
                server.port(),
                server.adminUser(),
                server.state(),
                server.trouble(),
                server.version(),
                server.bytes(),
                server.connections(),
                server.maxConnections(),
                server.checked(),
                server.created(),
                server.updated());
    }

    record One(ServerView server) {
        static One of(DatabaseServer server) {
            return new One(ServerView.of(server));
        }
    }

    record Many(List<ServerView> servers) {
        static Many of(List<DatabaseServer> servers) {
            return new Many(servers.stream().map(ServerView::of).toList());
        }
    }
}
