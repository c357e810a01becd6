package org.cumulet.inventory.probe;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cumulet.inventory.InventorySettings;
import org.cumulet.inventory.host.HostProbes;
import org.cumulet.inventory.host.ProbeOrder;
import org.cumulet.inventory.host.ProbeWanted;
import org.jboss.logging.Logger;

/// Looks at hosts whose time has come, many at once, so that one that is slow or dead does not delay the others.
@Singleton
class ProbeRounds {

    private static final Logger LOG = Logger.getLogger(ProbeRounds.class);
    private static final long PAUSE_SECONDS = 1;

    private final HostProbes probes;
    private final Prober prober;
    private final Semaphore free;
    private final Semaphore nudge = new Semaphore(0);
    private final Thread thread;
    private boolean troubled;

    ProbeRounds(HostProbes probes, Prober prober, InventorySettings settings) {
        this.probes = probes;
        this.prober = prober;
        this.free = new Semaphore(settings.probe().parallel());
        this.thread = Thread.ofVirtual().name("probe-rounds").unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    void wanted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProbeWanted wanted) {
        nudge.release();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round();
                if (nudge.tryAcquire(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                    nudge.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            var orders = probes.take(free.availablePermits());
            orders.forEach(this::begin);
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warnf("Hosts cannot be looked at; trying again: %s", e);
            }
            troubled = true;
        }
    }

    private void begin(ProbeOrder order) {
        free.acquireUninterruptibly();
        Thread.ofVirtual().name("probe-" + order.host().name()).start(() -> finish(order));
    }

    /// What cannot be reported is looked at again when the lease ends.
    private void finish(ProbeOrder order) {
        try {
            prober.probe(order);
        } catch (RuntimeException e) {
            LOG.warnf("What was found on host %s is lost: %s", order.host().name(), e);
        } finally {
            free.release();
            nudge.release();
        }
    }
}
