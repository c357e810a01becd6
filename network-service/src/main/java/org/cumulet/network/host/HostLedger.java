package org.cumulet.network.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cumulet.api.json.Times;
import org.cumulet.events.Service;
import org.cumulet.network.network.NetworkChanged;
import org.cumulet.network.port.PortService;
import org.cumulet.network.port.PortsMoved;

/// Which hosts have something to do, written in the transactions that give them something to do.
@ApplicationScoped
public class HostLedger {

    private final RealisedHostStore store;
    private final PortService ports;
    private final HostSettings settings;
    private final Clock clock;

    HostLedger(RealisedHostStore store, PortService ports, HostSettings settings, @Service("network") Clock clock) {
        this.store = store;
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
    }

    void portsMoved(@Observes PortsMoved moved) {
        var all = new HashSet<>(moved.hosts());
        ports.hostsOf(moved.spread()).values().forEach(all::addAll);
        changed(all);
    }

    void networkChanged(@Observes NetworkChanged event) {
        var all = new HashSet<String>();
        ports.hostsOf(event.networks()).values().forEach(all::addAll);
        changed(all);
    }

    /// Hosts to be worked on now.
    @Transactional
    List<String> due(int most) {
        var now = Times.now(clock);
        return store.due(now, now.plus(settings.timeout().multipliedBy(2)), most);
    }

    /// The host is as this plan says. One that has nothing of ours any more is forgotten.
    @Transactional
    void synced(HostPlan plan) {
        store.lock(plan.host()).ifPresent(host -> {
            host.synced(plan.changes(), Times.now(clock), settings);
            if (plan.ports().isEmpty() && host.changes() == plan.changes()) {
                store.delete(host);
            }
        });
    }

    @Transactional
    void failed(String host, String why) {
        store.lock(host).ifPresent(it -> it.failed(why, Times.now(clock), settings));
    }

    /// Inventory knows no such host. Unless a port is still bound to it, that is the end of it.
    @Transactional
    void lost(String host) {
        store.lock(host).ifPresent(it -> {
            if (ports.onHost(host).isEmpty()) {
                store.delete(it);
            } else {
                it.failed("inventory knows no such host", Times.now(clock), settings);
            }
        });
    }

    /// All hosts that may carry something of ours.
    @Transactional
    List<HostHealth> all() {
        return store.list("order by id").stream().map(RealisedHost::health).toList();
    }

    private void changed(Set<String> hosts) {
        store.changed(hosts, Times.now(clock), settings.settle());
    }
}
