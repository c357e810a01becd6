package org.cumulet.database.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.cumulet.database.DatabaseSettings;
import org.cumulet.saga.Regularly;

/// Looks at every server from time to time.
@Singleton
class ServerWatch {

    private static final int LATE = 9_500;

    private final ServerService servers;
    private final Regularly rounds;

    ServerWatch(ServerService servers, DatabaseSettings settings) {
        this.servers = servers;
        this.rounds = new Regularly("database-server-watch", settings.watchEvery(), this::lookAtAll);
    }

    void start(@Observes @Priority(LATE) StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private void lookAtAll() {
        for (var server : servers.all()) {
            servers.lookAt(server.id());
        }
    }
}
