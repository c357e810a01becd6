package org.cumulet.network.host;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.network.address.Ip;
import org.cumulet.network.ipam.AddressService;
import org.cumulet.network.ipam.FixedIp;
import org.cumulet.network.network.Network;
import org.cumulet.network.network.NetworkService;
import org.cumulet.network.network.NetworkSettings;
import org.cumulet.network.port.HostNames;
import org.cumulet.network.port.Port;
import org.cumulet.network.port.PortService;
import org.cumulet.network.subnet.Subnet;
import org.cumulet.network.subnet.SubnetService;
import org.cumulet.ssh.Machine;

/// Finds out what a host must have, from nothing but the records.
@ApplicationScoped
public class HostPlans {

    /// No interface has this name: the host says so, and other networks do not suffer.
    private static final String UNMAPPED = "unmapped";

    private final RealisedHostStore store;
    private final PortService ports;
    private final NetworkService networks;
    private final SubnetService subnets;
    private final AddressService addresses;
    private final NetworkSettings settings;
    private final Hosts hosts;

    HostPlans(
            RealisedHostStore store,
            PortService ports,
            NetworkService networks,
            SubnetService subnets,
            AddressService addresses,
            NetworkSettings settings,
            Hosts hosts) {
        this.store = store;
        this.ports = ports;
        this.networks = networks;
        this.subnets = subnets;
        this.addresses = addresses;
        this.settings = settings;
        this.hosts = hosts;
    }

    /// What the records say, read after the number of changes they take into account.
    record Records(
            long generation,
            long changes,
            Map<UUID, List<Port>> ports,
            Map<UUID, Port> dhcpPorts,
            Map<UUID, Network> networks,
            Map<UUID, List<Subnet>> subnets,
            Map<UUID, List<FixedIp>> addresses,
            Map<UUID, Set<String>> places) {}

    /// Taken before the records are read, so that of two plans the one with the higher number knows more.
    @Transactional
    long generation() {
        return store.generation();
    }

    /// All of it as of one instant.
    @Transactional
    Records read(String host, long generation) {
        store.freeze();
        var changes = store.changes(host);
        var here = ports.onHost(host).stream().collect(groupingBy(Port::networkId));
        var forDhcp = ports.forDhcp(here.keySet());
        var all = Stream.concat(here.values().stream().flatMap(List::stream), forDhcp.stream());
        return new Records(
                generation,
                changes,
                here,
                forDhcp.stream().collect(toMap(Port::networkId, Function.identity(), (a, _) -> a)),
                networks.byId(here.keySet()),
                subnets.on(here.keySet()),
                addresses.of(all.map(Port::id).toList()),
                ports.hostsOf(here.keySet()));
    }

    /// The plan of a host that exists in memory only: nothing has to be done there.
    HostPlan onPaper(Machine machine, Records records) {
        return plan(machine, records, List.of());
    }

    /// Asks inventory about other hosts, so no transaction may wait for it.
    HostPlan of(Machine machine, Records records) {
        var plans = records.ports().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> network(
                        machine, records, requireNonNull(records.networks().get(entry.getKey())), entry.getValue()))
                .toList();
        return plan(machine, records, plans);
    }

    private static HostPlan plan(Machine machine, Records records, List<NetworkPlan> plans) {
        var becoming = new HashMap<UUID, List<UUID>>();
        records.ports().forEach((network, some) -> {
            var ids = new ArrayList<>(some.stream().map(Port::id).toList());
            Optional.ofNullable(records.dhcpPorts().get(network)).map(Port::id).ifPresent(ids::add);
            becoming.put(network, ids);
        });
        return new HostPlan(machine.id(), records.generation(), records.changes(), plans, becoming);
    }

    private NetworkPlan network(Machine machine, Records records, Network network, List<Port> here) {
        return new NetworkPlan(
                network.id(),
                network.mtu(),
                uplink(machine, network, records.places().getOrDefault(network.id(), Set.of())),
                dhcp(network, records),
                here.stream().map(port -> port(network, port, records)).toList());
    }

    private Uplink uplink(Machine machine, Network network, Set<String> places) {
        var segment = network.segment();
        return switch (segment.type()) {
            case FLAT -> new Uplink.Flat(settings.flat().getOrDefault(segment.physicalNetwork(), UNMAPPED));
            case VXLAN ->
                new Uplink.Vxlan(
                        HostNames.tunnel(network.id()),
                        requireNonNull(segment.id()),
                        address(machine),
                        places.stream()
                                .filter(place -> !place.equals(machine.id()))
                                .sorted()
                                .flatMap(place -> hosts.find(place).flatMap(HostPlans::address).stream())
                                .toList());
        };
    }

    private static Optional<DhcpPlan> dhcp(Network network, Records records) {
        return Optional.ofNullable(records.dhcpPorts().get(network.id())).flatMap(port -> {
            var own = records.addresses().getOrDefault(port.id(), List.of()).stream()
                    .collect(toMap(FixedIp::subnetId, FixedIp::address));
            var served = records.subnets().getOrDefault(network.id(), List.of()).stream()
                    .filter(subnet -> subnet.isServedByDhcp() && own.containsKey(subnet.id()))
                    .map(subnet -> new DhcpPlan.Served(subnet, requireNonNull(own.get(subnet.id()))))
                    .toList();
            return served.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DhcpPlan(
                            HostNames.namespace(network.id()),
                            HostNames.dhcpCable(network.id()),
                            port.mac(),
                            network.dnsDomain(),
                            served));
        });
    }

    private static PortPlan port(Network network, Port port, Records records) {
        var own = records.addresses().getOrDefault(port.id(), List.of()).stream()
                .map(FixedIp::address)
                .toList();
        return new PortPlan(
                port.id(),
                HostNames.tap(port.id()),
                port.mac(),
                own,
                network.adminStateUp() && port.adminStateUp(),
                port.portSecurityEnabled(),
                port.addressPairs(),
                own.isEmpty() ? port.dnsName() : port.hostname(own.getFirst()),
                port.dhcpOptions());
    }

    /// Where other hosts reach this one.
    private static Optional<Ip> address(Machine machine) {
        if (machine.kind() != Machine.Kind.SSH) {
            return Optional.empty();
        }
        try {
            var address = InetAddress.getByName(machine.address());
            return address.isLoopbackAddress() ? Optional.empty() : Ip.parse(address.getHostAddress());
        } catch (UnknownHostException e) {
            throw new Fault.Unavailable("The address of host %s is not known.".formatted(machine.id())).because(e);
        }
    }
}
