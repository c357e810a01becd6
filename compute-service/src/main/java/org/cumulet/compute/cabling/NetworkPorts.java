package org.cumulet.compute.cabling;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.cumulet.compute.cabling.NetworkClient.Failed;
import org.cumulet.compute.cabling.NetworkClient.Synced;
import org.cumulet.compute.remote.Refusal;
import org.cumulet.compute.server.HostRef;
import org.cumulet.compute.server.Nic;
import org.cumulet.saga.Coalescer;
import org.cumulet.saga.Coalescer.Outcome;
import org.cumulet.saga.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Plugs by the ports of the network service: what is wanted at the same time is made in one call.
@Singleton
class NetworkPorts implements Network {

    private static final String UNPREPARED = "The host's networks cannot be prepared";
    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final NetworkClient network;
    private final Coalescer<PlugWish, Plugged> plugs;
    private final Map<UUID, Coalescer<UUID, Synced>> syncs = new ConcurrentHashMap<>();

    NetworkPorts(@RestClient NetworkClient network) {
        this.network = network;
        this.plugs = new Coalescer<>(wishes -> new Plugging(network).plug(wishes), AT_ONCE, PATIENCE);
    }

    @Override
    public Plugged plug(PlugWish wish) throws InterruptedException {
        var plugged = plugs.ask(wish);
        if (!plugged.nics().isEmpty()) {
            var wanted = plugged.nics().stream().map(Nic::network).toList();
            restore(wish.host(), wanted::contains);
        }
        return plugged;
    }

    @Override
    public void unplug(UUID server, List<UUID> given) {
        Refusal.orSay("The network cannot be unplugged", () -> {
            if (!given.isEmpty()) {
                new Plugging(network).letGo(server, given);
            }
            network.deletePorts(server);
            return true;
        });
    }

    @Override
    public void restore(HostRef host) throws InterruptedException {
        restore(host, _ -> false);
    }

    /// Many servers of a host wait for the same thing.
    private void restore(HostRef host, Predicate<UUID> needed) throws InterruptedException {
        var synced = syncs.computeIfAbsent(host.id(), _ -> new Coalescer<>(this::sync, AT_ONCE, PATIENCE))
                .ask(host.id());
        var failed = synced.failed() == null ? List.<Failed>of() : synced.failed();
        failed.stream().filter(one -> needed.test(one.networkId())).findFirst().ifPresent(one -> {
            throw new Retry(UNPREPARED, "%s on %s: %s".formatted(one.networkId(), host.name(), one.reason()), null);
        });
    }

    private List<Outcome<Synced>> sync(List<UUID> sameHost) {
        var synced = Refusal.orSay(UNPREPARED, () -> network.sync(sameHost.getFirst()));
        return sameHost.stream()
                .<Outcome<Synced>>map(_ -> new Outcome.Answer<>(synced))
                .toList();
    }
}
