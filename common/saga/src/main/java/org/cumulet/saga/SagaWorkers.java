package org.cumulet.saga;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.cumulet.saga.AtWork.Stop;
import org.jboss.logging.Logger;

/// Runs sagas on virtual threads, so many at a time: those it hears of at once, and once a second those that are due.
final class SagaWorkers {

    private static final Logger LOG = Logger.getLogger(SagaWorkers.class);
    private static final Duration LEFT_TO_MESSAGES = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofDays(7);

    private final SagaRunner runner;
    private final Leases leases;
    private final Semaphore places;
    private final Regularly poll;
    private final Regularly heartbeat;
    private final Regularly tidying;
    private final Set<UUID> here = ConcurrentHashMap.newKeySet();
    private volatile boolean backlog;
    private volatile boolean stopping;

    SagaWorkers(String service, SagaRunner runner, Ledger ledger, Leases leases, int places) {
        this.runner = runner;
        this.leases = leases;
        this.places = new Semaphore(places);
        this.poll = new Regularly("sagas-" + service, Duration.ofSeconds(1), this::look);
        this.heartbeat = new Regularly("leases-" + service, Leases.HEARTBEAT, runner::heartbeat);
        this.tidying = new Regularly("ended-sagas-" + service, Duration.ofHours(1), () -> ledger.forget(KEPT));
    }

    void start() {
        poll.start();
        poll.nudge();
        heartbeat.start();
        tidying.start();
    }

    /// Gives running steps a moment, then interrupts them: their sagas are free for whoever comes.
    void stop() throws InterruptedException {
        stopping = true;
        poll.stop();
        tidying.stop();
        awaitIdle(Duration.ofMillis(300));
        runner.interruptAll();
        awaitIdle(Duration.ofSeconds(2));
        heartbeat.stop();
    }

    /// Runs this one if there is a place; else it is found when there is one.
    void take(UUID id) {
        if (stopping || here.contains(id)) {
            return;
        }
        if (!places.tryAcquire()) {
            backlog = true;
            return;
        }
        here.add(id);
        Thread.ofVirtual().name("saga-" + id).start(() -> run(id));
    }

    void abort(UUID id) {
        if (!runner.interrupt(id, Stop.ABORTED)) {
            take(id);
        }
    }

    private void run(UUID id) {
        try {
            runner.run(id).ifPresent(this::take);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Saga %s is left as it is and taken up again later", id);
        } finally {
            here.remove(id);
            places.release();
            if (backlog) {
                poll.nudge();
            }
        }
    }

    private void look() {
        var free = places.availablePermits();
        if (free > 0) {
            var due = leases.due(backlog ? Duration.ZERO : LEFT_TO_MESSAGES, free);
            backlog = due.size() == free;
            due.forEach(this::take);
        }
    }

    private void awaitIdle(Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        while (!here.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(5));
        }
    }
}
