package org.cumulet.batch.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.cumulet.batch.BatchSettings;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.item.ItemLedger;
import org.cumulet.batch.job.JobService;
import org.cumulet.saga.Regularly;
import org.jboss.logging.Logger;

/// Gives the places of this process to the items that wait: when it is told of work, when a place becomes free, and
/// by itself from time to time. Whichever process finds an item has it alone.
@Singleton
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int LAST = 10_000;

    /// Calls for many servers. More would wait for each other in the quota of their project.
    private static final int LAUNCHES_AT_ONCE = 2;

    private static final int LOOKS_IN_ONE = 80;

    private final UUID self = UUID.randomUUID();
    private final JobService jobs;
    private final ItemLedger ledger;
    private final Worker worker;
    private final Undoer undoer;
    private final BatchSettings settings;
    private final Semaphore places;
    private final Semaphore launches = new Semaphore(LAUNCHES_AT_ONCE);
    private final Semaphore looks;
    private final Semaphore undos;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Set<String> here = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean backlog = new AtomicBoolean();
    private final Regularly work;
    private final Regularly settling;
    private final Regularly undoing;
    private final Regularly deadlines;
    private final Regularly upkeep;
    private final Regularly tidying;
    private volatile boolean stopping;

    Dispatcher(JobService jobs, ItemLedger ledger, Worker worker, Undoer undoer, BatchSettings settings) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.worker = worker;
        this.undoer = undoer;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
        this.looks = new Semaphore(settings.atOnce());
        this.undos = new Semaphore(settings.atOnce());
        this.work = new Regularly("batch-work", settings.lookEvery(), this::give);
        this.settling = new Regularly("batch-settling", Duration.ofMillis(250), this::lookAtAll);
        this.undoing = new Regularly("batch-undoing", Duration.ofMillis(250), this::undoAll);
        this.deadlines = new Regularly(
                "batch-deadlines", settings.lookEvery(), () -> jobs.overdue().forEach(jobs::expire));
        this.upkeep = new Regularly("batch-upkeep", settings.lease().dividedBy(3), this::keepUp);
        this.tidying = new Regularly("batch-tidying", Duration.ofHours(1), jobs::tidy);
    }

    void start(@Observes @Priority(LAST) StartupEvent started) {
        work.start();
        settling.start();
        undoing.start();
        deadlines.start();
        upkeep.start();
        tidying.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        this.stopping = true;
        work.stop();
        settling.stop();
        undoing.stop();
        deadlines.stop();
        upkeep.stop();
        tidying.stop();
    }

    /// There is something to do.
    void nudge() {
        work.nudge();
        undoing.nudge();
    }

    /// Something has happened to a resource that an item may wait for.
    void heardOf(String resource) {
        heard.add(resource);
        settling.nudge();
    }

    private void give() {
        var free = places.availablePermits();
        if (free == 0) {
            backlog.set(true);
            return;
        }
        var shares = Shares.of(jobs.candidates(), free);
        backlog.set(!shares.isEmpty());
        shares.forEach((job, count) -> {
            var together = Math.min(count, launches.availablePermits()) * Calls.MOST;
            var taken = jobs.take(job, count, together, self);
            Calls.of(taken.items()).forEach(call -> start(call, taken.trust()));
        });
    }

    private void start(List<Item> call, String trust) {
        var first = call.getFirst();
        places.acquireUninterruptibly();
        if (call.size() > 1) {
            launches.acquireUninterruptibly();
        }
        call.forEach(item -> here.add(item.key()));
        Thread.ofVirtual().name("item-" + first.key()).start(() -> {
            try {
                if (call.size() > 1) {
                    worker.launch(call, trust, self);
                } else {
                    worker.run(first, trust, self);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                failed(first, e);
            } finally {
                call.forEach(item -> here.remove(item.key()));
                if (call.size() > 1) {
                    launches.release();
                }
                places.release();
                if (backlog.get()) {
                    work.nudge();
                }
            }
        });
    }

    private void lookAtAll() {
        lookSoon();
        var free = looks.availablePermits();
        if (free == 0) {
            return;
        }
        ledger.looks(free * LOOKS_IN_ONE, settings.settleEvery()).stream()
                .collect(Collectors.groupingBy(Item::job))
                .values()
                .forEach(this::look);
    }

    /// What was heard of since the last time is due.
    private void lookSoon() {
        var resources = List.copyOf(heard);
        if (!resources.isEmpty()) {
            resources.forEach(heard::remove);
            ledger.heardOf(resources);
        }
    }

    private void look(List<Item> ofOneJob) {
        for (int from = 0; from < ofOneJob.size(); from += LOOKS_IN_ONE) {
            var some = ofOneJob.subList(from, Math.min(from + LOOKS_IN_ONE, ofOneJob.size()));
            looks.acquireUninterruptibly();
            Thread.ofVirtual().name("look-" + some.getFirst().key()).start(() -> lookAt(some));
        }
    }

    private void lookAt(List<Item> some) {
        try {
            worker.look(some);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed(some.getFirst(), e);
        } finally {
            looks.release();
            work.nudge();
        }
    }

    private void undoAll() {
        var free = undos.availablePermits();
        if (free > 0) {
            ledger.undos(free, self, settings.lease()).forEach(this::undo);
        }
    }

    private void undo(Item item) {
        undos.acquireUninterruptibly();
        here.add(item.key());
        Thread.ofVirtual().name("undo-" + item.key()).start(() -> {
            try {
                undoer.run(item, self);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                failed(item, e);
            } finally {
                here.remove(item.key());
                undos.release();
                undoing.nudge();
            }
        });
    }

    private void failed(Item item, RuntimeException e) {
        if (!stopping) {
            LOG.errorf(e, "Item %s is left as it is and taken up again later", item.key());
        }
    }

    private void keepUp() {
        ledger.keep(self, here, settings.lease());
        ledger.reclaim();
        jobs.forgotten().forEach(jobs::goOn);
    }
}
