package org.cumulet.network.port;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.network.ipam.AddressService;
import org.cumulet.network.ipam.FixedIp;
import org.cumulet.network.network.Network;
import org.cumulet.network.network.NetworkGoing;
import org.cumulet.network.network.NetworkService;
import org.cumulet.network.subnet.Subnet;
import org.cumulet.network.subnet.SubnetGoing;
import org.cumulet.network.subnet.SubnetService;
import org.cumulet.network.subnet.SubnetSettled;
import org.jboss.logging.Logger;

/// A network that gives out addresses by DHCP has one port for it, with an address on each such subnet. All hosts use
/// the same one, each for the machines that it carries.
@Singleton
class DhcpPorts {

    private static final Logger LOG = Logger.getLogger(DhcpPorts.class);

    private final PortStore store;
    private final Macs macs;
    private final AddressService addresses;
    private final NetworkService networks;
    private final SubnetService subnets;
    private final Outbox outbox;
    private final Clock clock;

    DhcpPorts(
            PortStore store,
            Macs macs,
            AddressService addresses,
            NetworkService networks,
            SubnetService subnets,
            @Service("network") Outbox outbox,
            @Service("network") Clock clock) {
        this.store = store;
        this.macs = macs;
        this.addresses = addresses;
        this.networks = networks;
        this.subnets = subnets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// The lock of the subnet's network is held.
    void settled(@Observes SubnetSettled event) {
        var subnet = event.subnet();
        if (subnet.isServedByDhcp()) {
            giveUp(
                    subnet,
                    fixed -> subnet.gateway().filter(fixed.address()::equals).isPresent());
            serve(subnet);
        } else {
            giveUp(subnet, _ -> true);
        }
    }

    void subnetGoes(@Observes SubnetGoing event) {
        var subnet = event.subnet();
        if (store.isUsedSubnet(subnet.id())) {
            throw new Fault.Conflict(
                            "Unable to complete operation on subnet %s: One or more ports have an IP allocation from this subnet."
                                    .formatted(subnet.id()))
                    .named("SubnetInUse");
        }
        giveUp(subnet, _ -> true);
    }

    void networkGoes(@Observes @Priority(NetworkGoing.OBJECT) NetworkGoing event) {
        if (store.isUsed(event.network())) {
            throw new Fault.Conflict(
                            "Unable to complete operation on network %s. There are one or more ports still in use on the network."
                                    .formatted(event.network()))
                    .named("NetworkInUse");
        }
        store.forDhcp(List.of(event.network())).forEach(this::remove);
    }

    private void serve(Subnet subnet) {
        var port = of(subnet.networkId()).orElseGet(() -> make(subnet.networkId()));
        var has = on(port);
        if (has.stream().noneMatch(fixed -> fixed.subnetId().equals(subnet.id()))) {
            var allocation = addresses.begin(subnets.on(List.of(subnet.networkId())));
            if (allocation.giveLast(port.id(), subnet, has.size()).isEmpty()) {
                LOG.warnf("subnet %s has no address left for DHCP", subnet.id());
            }
            allocation.store();
            tell(port);
        }
    }

    private void giveUp(Subnet subnet, Predicate<FixedIp> which) {
        of(subnet.networkId()).ifPresent(port -> {
            var going = on(port).stream()
                    .filter(fixed -> fixed.subnetId().equals(subnet.id()))
                    .filter(which)
                    .toList();
            addresses.release(going);
            if (on(port).isEmpty()) {
                remove(port);
            } else if (!going.isEmpty()) {
                tell(port);
            }
        });
    }

    private Optional<Port> of(UUID network) {
        return store.forDhcp(List.of(network)).stream().findFirst();
    }

    private List<FixedIp> on(Port port) {
        return addresses.of(List.of(port.id())).getOrDefault(port.id(), List.of());
    }

    private Port make(UUID network) {
        var project = Optional.ofNullable(networks.byId(List.of(network)).get(network))
                .map(Network::projectId)
                .orElseThrow();
        var wish = NewPort.forDhcp(project, network);
        var port = new Port(UUID.randomUUID(), wish, false, macs.fresh(network), Times.now(clock));
        store.persistAndFlush(port);
        outbox.publish(PortEvent.Created.of(port, List.of()));
        return port;
    }

    private void tell(Port port) {
        port.changed(Times.now(clock));
        outbox.publish(PortEvent.Updated.of(port, on(port)));
    }

    private void remove(Port port) {
        outbox.publish(PortEvent.Deleted.of(port, Times.now(clock)));
        store.delete(port);
        store.flush();
    }
}
