package org.cumulet.inventory.drift;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.cumulet.inventory.InventorySettings;
import org.cumulet.saga.Regularly;
import org.jboss.logging.Logger;

/// Holds prepared hosts against their declaration when their time has come, many at once.
@Singleton
class DriftRounds {

    private static final Logger LOG = Logger.getLogger(DriftRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DriftRecords records;
    private final DriftService drift;
    private final Duration every;
    private final Semaphore free;
    private final Regularly rounds = new Regularly("drift-rounds", PAUSE, this::round);

    DriftRounds(DriftRecords records, DriftService drift, InventorySettings settings) {
        this.records = records;
        this.drift = drift;
        this.every = settings.prepare().driftEvery();
        this.free = new Semaphore(settings.prepare().parallel());
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
    }

    private void round() {
        if (free.availablePermits() > 0) {
            records.take(every, free.availablePermits()).forEach(this::begin);
        }
    }

    private void begin(UUID host) {
        free.acquireUninterruptibly();
        Thread.ofVirtual().name("drift-" + host).start(() -> {
            try {
                drift.check(host);
            } catch (RuntimeException e) {
                LOG.warnf("Whether host %s is as declared is not known: %s", host, e);
            } finally {
                free.release();
            }
        });
    }
}
