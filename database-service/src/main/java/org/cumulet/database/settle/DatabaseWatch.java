package org.cumulet.database.settle;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;
import org.cumulet.database.DatabaseSettings;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.saga.Regularly;
import org.jboss.logging.Logger;

/// Ends passwords whose time is over, and measures databases.
@Singleton
class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
    private static final int LATE = 9_500;

    private final DatabaseLedger ledger;
    private final ServerDoor door;
    private final Regularly rounds;

    DatabaseWatch(DatabaseLedger ledger, ServerDoor door, DatabaseSettings settings) {
        this.ledger = ledger;
        this.door = door;
        this.rounds = new Regularly("database-watch", settings.watchEvery(), this::lookAround);
    }

    void start(@Observes @Priority(LATE) StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private void lookAround() {
        ledger.endOverlaps();
        ledger.serversInUse().forEach(this::measure);
    }

    private void measure(UUID server) {
        try {
            ledger.measured(server, door.at(server, (engine, access) -> engine.uses(access)));
        } catch (SQLException e) {
            LOG.debugf("Server %s cannot be measured: %s", server, e.getMessage());
        }
    }
}
