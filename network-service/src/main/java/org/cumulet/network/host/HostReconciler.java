package org.cumulet.network.host;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Looks once a second which hosts have something to do and does it, without anybody waiting: what is no longer needed
/// is taken away, what failed is tried again, what a restart lost comes back.
@Singleton
class HostReconciler {

    private static final Logger LOG = Logger.getLogger(HostReconciler.class);

    private final HostLedger ledger;
    private final HostSync sync;
    private final Semaphore places;
    private final Semaphore stopping = new Semaphore(0);
    private @Nullable Thread thread;
    private boolean failing;

    HostReconciler(HostLedger ledger, HostSync sync, HostSettings settings) {
        this.ledger = ledger;
        this.sync = sync;
        this.places = new Semaphore(settings.parallelInBackground());
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofVirtual().name("network-hosts").start(this::run);
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping.release();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        }
    }

    private void run() {
        try {
            while (!stopping.tryAcquire(1, TimeUnit.SECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            for (var host : ledger.due(places.availablePermits())) {
                places.acquireUninterruptibly();
                sync.next(host).whenComplete((_, problem) -> done(host, problem));
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Hosts are not looked after", e);
            }
            failing = true;
        }
    }

    private void done(String host, @Nullable Throwable problem) {
        places.release();
        if (problem != null) {
            LOG.debugf("host %s: %s", host, problem.getMessage());
        }
    }
}
