package org.cumulet.batch.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final UUID self = UUID.randomUUID();
    private final JobService jobs;
    private final ItemLedger ledger;
    private final Worker worker;
    private final BatchSettings settings;
    private final Semaphore places;
    private final Semaphore looks;
    private final Set<String> here = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean backlog = new AtomicBoolean();
    private final Regularly work;
    private final Regularly settling;
    private final Regularly upkeep;
    private final Regularly tidying;
    private volatile boolean stopping;

    Dispatcher(JobService jobs, ItemLedger ledger, Worker worker, BatchSettings settings) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.worker = worker;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
        this.looks = new Semaphore(settings.atOnce());
        this.work = new Regularly("batch-work", settings.lookEvery(), this::give);
        this.settling = new Regularly("batch-settling", Duration.ofMillis(250), this::lookAtAll);
        this.upkeep = new Regularly("batch-upkeep", settings.lease().dividedBy(3), this::keepUp);
        this.tidying = new Regularly("batch-tidying", Duration.ofHours(1), jobs::tidy);
    }

    void start(@Observes @Priority(LAST) StartupEvent started) {
        work.start();
        settling.start();
        upkeep.start();
        tidying.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        this.stopping = true;
        work.stop();
        settling.stop();
        upkeep.stop();
        tidying.stop();
    }

    /// There is something to do.
    void nudge() {
        work.nudge();
    }

    /// Something has happened to a resource that an item may wait for.
    void heardOf(String resource) {
        if (ledger.heardOf(resource)) {
            settling.nudge();
        }
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
            var taken = jobs.take(job, count, self);
            taken.items().forEach(item -> start(item, taken.trust()));
        });
    }

    private void start(Item item, String trust) {
        places.acquireUninterruptibly();
        here.add(item.key());
        Thread.ofVirtual().name("item-" + item.key()).start(() -> {
            try {
                worker.run(item, trust, self);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                failed(item, e);
            } finally {
                here.remove(item.key());
                places.release();
                if (backlog.get()) {
                    work.nudge();
                }
            }
        });
    }

    private void lookAtAll() {
        var free = looks.availablePermits();
        if (free == 0) {
            return;
        }
        for (var item : ledger.looks(free, settings.settleEvery())) {
            looks.acquireUninterruptibly();
            Thread.ofVirtual().name("look-" + item.key()).start(() -> look(item));
        }
    }

    private void look(Item item) {
        try {
            worker.look(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed(item, e);
        } finally {
            looks.release();
            work.nudge();
        }
    }

    private void failed(Item item, RuntimeException e) {
        if (!stopping) {
            LOG.errorf(e, "Item %s is left as it is and taken up again later", item.key());
        }
    }

    private void keepUp() {
        ledger.keep(self, here, settings.lease());
        ledger.reclaim();
        jobs.forgotten().forEach(jobs::conclude);
    }
}
