package org.cumulet.database.backup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cumulet.database.DatabaseSettings;
import org.cumulet.events.Service;
import org.cumulet.saga.Regularly;

/// Takes away backups whose time is over, and what crashes leave on the shelf.
@Singleton
class BackupRounds {

    private static final int LATE = 9_500;

    private final BackupLedger ledger;
    private final Shelf shelf;
    private final Clock clock;
    private final DatabaseSettings.Backup settings;
    private final Regularly rounds;

    BackupRounds(BackupLedger ledger, Shelf shelf, @Service("database") Clock clock, DatabaseSettings settings) {
        this.ledger = ledger;
        this.shelf = shelf;
        this.clock = clock;
        this.settings = settings.backup();
        this.rounds = new Regularly("database-backups", this.settings.lookEvery(), this::lookAround);
    }

    void start(@Observes @Priority(LATE) StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private void lookAround() {
        ledger.forgetExpired().forEach(shelf::remove);
        shelf.tidy();
        for (var sha512 : shelf.before(clock.instant().minus(settings.patience()))) {
            if (!ledger.isKept(sha512)) {
                shelf.remove(sha512);
            }
        }
    }
}
