package org.cumulet.compute.cabling;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cumulet.compute.remote.Refusal;
import org.cumulet.compute.server.HostRef;
import org.cumulet.saga.Coalescer;
import org.cumulet.saga.Coalescer.Outcome;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Plugs by the ports of the network service: what is wanted at the same time is made in one call.
@Singleton
class NetworkPorts implements Network {

    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final NetworkClient network;
    private final Coalescer<PlugWish, Plugged> plugs;
    private final Map<UUID, Coalescer<UUID, Boolean>> syncs = new ConcurrentHashMap<>();

    NetworkPorts(@RestClient NetworkClient network) {
        this.network = network;
        this.plugs = new Coalescer<>(wishes -> new Plugging(network).plug(wishes), AT_ONCE, PATIENCE);
    }

    @Override
    public Plugged plug(PlugWish wish) throws InterruptedException {
        var plugged = plugs.ask(wish);
        if (!plugged.cards().isEmpty()) {
            restore(wish.host());
        }
        return plugged;
    }

    @Override
    public void unplug(UUID server, List<UUID> given) {
        Refusal.orSay("The network cannot be unplugged", () -> {
            var plugging = new Plugging(network);
            given.forEach(port -> plugging.letGo(port, server));
            network.deletePorts(server);
            return true;
        });
    }

    /// Many servers of a host wait for the same thing.
    @Override
    public void restore(HostRef host) throws InterruptedException {
        syncs.computeIfAbsent(host.id(), id -> new Coalescer<>(this::sync, AT_ONCE, PATIENCE)).ask(host.id());
    }

    private List<Outcome<Boolean>> sync(List<UUID> sameHost) {
        Refusal.orSay("The host's networks cannot be prepared", () -> {
            network.sync(sameHost.getFirst());
            return true;
        });
        return sameHost.stream()
                .<Outcome<Boolean>>map(_ -> new Outcome.Answer<>(true))
                .toList();
    }
}
