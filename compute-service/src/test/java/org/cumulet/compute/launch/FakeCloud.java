package org.cumulet.compute.launch;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cumulet.compute.cabling.Network;
import org.cumulet.compute.cabling.PlugWish;
import org.cumulet.compute.hypervisor.Guest.Card;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Host.Virtualisation;
import org.cumulet.compute.hypervisor.Hosts;
import org.cumulet.compute.scheduling.PlaceWish;
import org.cumulet.compute.scheduling.Scheduler;
import org.cumulet.compute.server.HostRef;
import org.cumulet.compute.server.NetworkWish;
import org.cumulet.compute.server.Nic;
import org.cumulet.saga.StepFailed;
import org.cumulet.ssh.Machine;

/// Inventory and network as one small world in memory, with simulated hosts.
@Alternative
@Singleton
public class FakeCloud implements Scheduler, Network, Hosts {

    private final List<Host> hosts = new CopyOnWriteArrayList<>();
    private final Map<UUID, HostRef> claims = new ConcurrentHashMap<>();
    private final Map<UUID, Plugged> ports = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /// A host that behaves so; from now on the only one servers go to.
    public Host onlyHost(Map<String, Integer> simulation) {
        hosts.clear();
        return addHost(simulation);
    }

    public Host addHost(Map<String, Integer> simulation) {
        var id = UUID.randomUUID();
        var host = new Host(
                id,
                "sim-" + hosts.size(),
                Machine.simulated(id.toString()),
                Virtualisation.QEMU,
                "/var/lib/cumulet/instances",
                simulation);
        hosts.add(host);
        return host;
    }

    public void noHosts() {
        hosts.clear();
    }

    /// From now on the host behaves so.
    public Host change(Host host, Map<String, Integer> simulation) {
        var changed =
                new Host(host.id(), host.name(), host.machine(), host.virtualisation(), host.instances(), simulation);
        hosts.replaceAll(one -> one.id().equals(host.id()) ? changed : one);
        return changed;
    }

    /// What is held in this server's name.
    public List<Object> holds(UUID server) {
        return Stream.of(Optional.ofNullable(claims.get(server)), Optional.ofNullable(ports.get(server)))
                .<Object>flatMap(Optional::stream)
                .toList();
    }

    @Override
    public HostRef claim(PlaceWish wish) {
        return claims.computeIfAbsent(wish.server(), _ -> place());
    }

    private HostRef place() {
        if (hosts.isEmpty()) {
            throw new StepFailed("No valid host was found: 0 of 0 hosts have room", "sim-0 is away");
        }
        var host = hosts.get(next.getAndIncrement() % hosts.size());
        return new HostRef(host.id(), host.name());
    }

    @Override
    public void free(UUID server) {
        claims.remove(server);
    }

    @Override
    public Plugged plug(PlugWish wish) {
        return ports.computeIfAbsent(wish.server(), _ -> plugged(wish));
    }

    private static Plugged plugged(PlugWish wish) {
        var nics = new ArrayList<Nic>();
        var cards = new ArrayList<Card>();
        for (NetworkWish one : wish.networks()) {
            var port = UUID.randomUUID();
            nics.add(new Nic(port, one.network(), one.name(), "fa:16:3e:00:00:01", List.of(), true, one.tag()));
            cards.add(new Card(
                    "fa:16:3e:00:00:01", "cb-1", "tap-" + port.toString().substring(0, 8)));
        }
        return new Plugged(nics, cards);
    }

    @Override
    public void unplug(UUID server, List<UUID> given) {
        ports.remove(server);
    }

    @Override
    public void restore(HostRef host) {}

    @Override
    public Optional<Host> find(UUID id) {
        return hosts.stream().filter(host -> host.id().equals(id)).findFirst();
    }

    @Override
    public List<Host> ready() {
        return List.copyOf(hosts);
    }
}
