package org.cumulet.inventory.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.inventory.InventorySettings;
import org.cumulet.inventory.fact.Findings;
import org.cumulet.inventory.history.FactChange;
import org.cumulet.inventory.history.FactHistory;
import org.cumulet.inventory.placement.provider.ProviderService;

/// Which hosts are to be looked at, and what becomes of what was found.
@ApplicationScoped
public class HostProbes {

    private static final Duration SLACK = Duration.ofSeconds(60);

    private final HostStore hosts;
    private final ProbeStore probes;
    private final ProviderService providers;
    private final HostRooms rooms;
    private final FactHistory history;
    private final Outbox outbox;
    private final Clock clock;
    private final InventorySettings.Probe settings;

    HostProbes(
            HostStore hosts,
            ProbeStore probes,
            ProviderService providers,
            HostRooms rooms,
            FactHistory history,
            @Service("inventory") Outbox outbox,
            @Service("inventory") Clock clock,
            InventorySettings settings) {
        this.hosts = hosts;
        this.probes = probes;
        this.providers = providers;
        this.rooms = rooms;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
        this.settings = settings.probe();
    }

    /// Hosts whose time has come; nobody else gets them while we look.
    @Transactional
    public List<ProbeOrder> take(int most) {
        var now = Times.now(clock);
        var lease = UUID.randomUUID();
        var time = settings.timeout().plus(settings.connectTimeout()).plus(SLACK);
        return probes.take(lease, now, time, most).stream()
                .map(id -> begin(hosts.findById(id), lease, now))
                .toList();
    }

    private ProbeOrder begin(Host host, UUID lease, Instant now) {
        var before = host.state();
        host.beginProbe(now);
        tellMove(host, before, now);
        return new ProbeOrder(host, lease, now);
    }

    /// Believes in the key that was shown first, unless somebody has said meanwhile which one to believe in.
    @Transactional
    public Optional<Host> pin(ProbeOrder order, String hostKey) {
        if (probes.missesOfOurs(order).isEmpty()) {
            return Optional.empty();
        }
        var host = hosts.findById(order.host().id());
        host.pin(hostKey, Times.now(clock));
        return Optional.of(host);
    }

    /// What was found counts unless the lease has ended or the host is wanted anew.
    @Transactional
    public void report(ProbeOrder order, Findings findings) {
        var now = Times.now(clock);
        for (int misses : probes.missesOfOurs(order)) {
            var host = hosts.findById(order.host().id());
            if (findings instanceof Findings.Silent && host.state() == HostState.READY && misses == 0) {
                probes.giveBack(order, now.plus(settings.doubtFor()), 1);
                return;
            }
            apply(host, findings, now);
            probes.giveBack(order, next(host, now), 0);
            return;
        }
        probes.giveBack(order, now, 0);
    }

    private void apply(Host host, Findings findings, Instant now) {
        var before = host.state();
        var hypervisor = host.hypervisor();
        var room = providers.inventories(host.id());
        var known = host.facts();
        host.found(findings, now);
        tellChanges(host, history.remember(host.id(), known, host.facts(), now), now);
        if (findings instanceof Findings.Works works) {
            providers.fit(host.id(), rooms.of(works), HostRooms.traits(works));
            if (works.hypervisor() != hypervisor || !room.equals(providers.inventories(host.id()))) {
                outbox.publish(HostEvent.Probed.of(host, works, now));
            }
        }
        tellMove(host, before, now);
    }

    private void tellChanges(Host host, List<FactChange> changes, Instant now) {
        if (!changes.isEmpty()) {
            outbox.publish(HostEvent.FactsChanged.of(host, changes, now));
        }
    }

    private void tellMove(Host host, HostState before, Instant now) {
        if (host.state() != before) {
            outbox.publish(HostEvent.StateChanged.of(host, before, now));
        }
    }

    private Instant next(Host host, Instant now) {
        return now.plus(host.state() == HostState.READY ? settings.every() : settings.retryAfter());
    }
}
