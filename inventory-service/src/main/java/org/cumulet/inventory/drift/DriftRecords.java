package org.cumulet.inventory.drift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.api.json.Times;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.step.Change;
import org.cumulet.inventory.step.StepName;

/// What was found when hosts were held against their declaration.
@ApplicationScoped
class DriftRecords {

    private final StandardStore store;
    private final Outbox outbox;
    private final Clock clock;

    DriftRecords(StandardStore store, @Service("inventory") Outbox outbox, @Service("inventory") Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Optional<Standard> of(UUID host) {
        return store.findByIdOptional(host);
    }

    @Transactional
    List<UUID> take(Duration every, int most) {
        var now = Times.now(clock);
        return store.take(now, now.plus(every), most);
    }

    /// Counts unless the host has been prepared anew meanwhile.
    @Transactional
    void found(Host host, UUID preparation, List<Change> changes) {
        store.findByIdOptional(host.id())
                .filter(standard -> standard.preparation().equals(preparation))
                .ifPresent(standard -> {
                    var now = Times.now(clock);
                    var before = steps(standard.changes());
                    standard.found(changes, now);
                    if (!before.equals(steps(changes))) {
                        outbox.publish(new DriftEvent.DriftChanged(
                                host.id(),
                                host.name(),
                                steps(changes).stream().map(StepName::text).toList(),
                                now));
                    }
                });
    }

    @Transactional
    void notFoundOut(Host host, UUID preparation, String why) {
        store.findByIdOptional(host.id())
                .filter(standard -> standard.preparation().equals(preparation))
                .ifPresent(standard -> standard.notFoundOut(why, Times.now(clock)));
    }

    private static Set<StepName> steps(List<Change> changes) {
        return changes.stream().map(Change::step).collect(Collectors.toCollection(TreeSet::new));
    }
}
