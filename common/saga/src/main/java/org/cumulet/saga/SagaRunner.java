package org.cumulet.saga;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cumulet.saga.AtWork.Stop;
import org.jboss.logging.Logger;

/// Takes sagas, tells them, and says with a heartbeat that it is at work on them.
final class SagaRunner {

    private static final Logger LOG = Logger.getLogger(SagaRunner.class);

    private final String owner;
    private final Stories stories;
    private final Ledger ledger;
    private final Leases leases;
    private final Map<UUID, AtWork> atWork = new ConcurrentHashMap<>();

    SagaRunner(String owner, Stories stories, Ledger ledger, Leases leases) {
        this.owner = owner;
        this.stories = stories;
        this.ledger = ledger;
        this.leases = leases;
    }

    /// Tells this saga unless somebody else does; answers the one that follows it for the same subject.
    Optional<UUID> run(UUID id) {
        var taken = leases.take(id, owner);
        taken.ifPresent(this::tell);
        return taken.flatMap(saga -> ledger.nextFor(saga.subject())).filter(next -> !next.equals(id));
    }

    private void tell(Taken saga) {
        var story = stories.named(saga.story());
        var work = new AtWork(saga, story.stubborn());
        atWork.put(saga.id(), work);
        try {
            new Telling(story, saga, work, ledger).tell();
        } catch (LeaseLost e) {
            LOG.warnf("%s of %s (saga %s) is in other hands", saga.story(), saga.subject(), saga.id());
        } finally {
            atWork.remove(saga.id(), work);
        }
    }

    void heartbeat() {
        if (atWork.isEmpty()) {
            return;
        }
        var now = Map.copyOf(atWork);
        try {
            renew(now);
        } finally {
            now.values().stream().filter(AtWork::isOutlived).forEach(work -> work.interrupt(Stop.LEASE_LOST));
        }
    }

    private void renew(Map<UUID, AtWork> now) {
        var held = now.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, work -> work.getValue().saga().lease()));
        var renewed = leases.renew(held);
        for (var lease : renewed) {
            var work = now.get(lease.id());
            if (work != null) {
                heard(work, lease);
            }
        }
        renewed.forEach(lease -> held.remove(lease.id()));
        held.keySet().forEach(lost -> interrupt(lost, Stop.LEASE_LOST));
    }

    private static void heard(AtWork work, Leases.Renewed lease) {
        work.renewed();
        if (lease.aborted()) {
            work.interrupt(Stop.ABORTED);
        } else if (lease.late()) {
            work.interrupt(Stop.LATE);
        }
    }

    /// Stops the step that is under way, if it is here.
    boolean interrupt(UUID id, Stop why) {
        var work = atWork.get(id);
        if (work != null) {
            work.interrupt(why);
        }
        return work != null;
    }

    void interruptAll() {
        atWork.values().forEach(work -> work.interrupt(Stop.SHUTDOWN));
    }

    boolean isIdle() {
        return atWork.isEmpty();
    }
}
