package org.cumulet.network.port;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.network.address.Mac;
import org.cumulet.network.ipam.AddressService;
import org.cumulet.network.ipam.AddressWish;
import org.cumulet.network.ipam.FixedIp;
import org.cumulet.network.network.Network;
import org.cumulet.network.network.NetworkService;
import org.cumulet.network.port.PortView.Whole;
import org.cumulet.network.quota.Quota;
import org.cumulet.network.quota.QuotaService;
import org.cumulet.network.securitygroup.SecurityGroupService;
import org.cumulet.network.subnet.SubnetService;
import org.cumulet.network.tag.Tagged;
import org.cumulet.network.wire.Condition;
import org.cumulet.network.wire.Ids;
import org.cumulet.network.wire.ListQuery;
import org.cumulet.network.wire.Locks;
import org.cumulet.network.wire.Slice;
import org.jspecify.annotations.Nullable;

/// Ports: who may have them, and what becomes of them.
@ApplicationScoped
public class PortService implements Tagged {

    private final CurrentCaller caller;
    private final PortStore store;
    private final PortPolicy policy;
    private final Macs macs;
    private final NetworkService networks;
    private final SubnetService subnets;
    private final AddressService addresses;
    private final SecurityGroupService groups;
    private final QuotaService quotas;
    private final Locks locks;
    private final Outbox outbox;
    private final Clock clock;
    private final Event<PortsMoved> moved;

    PortService(
            CurrentCaller caller,
            PortStore store,
            PortPolicy policy,
            Macs macs,
            NetworkService networks,
            SubnetService subnets,
            AddressService addresses,
            SecurityGroupService groups,
            QuotaService quotas,
            Locks locks,
            @Service("network") Outbox outbox,
            @Service("network") Clock clock,
            Event<PortsMoved> moved) {
        this.caller = caller;
        this.store = store;
        this.policy = policy;
        this.macs = macs;
        this.networks = networks;
        this.subnets = subnets;
        this.addresses = addresses;
        this.groups = groups;
        this.quotas = quotas;
        this.locks = locks;
        this.outbox = outbox;
        this.clock = clock;
        this.moved = moved;
    }

    @Transactional
    Slice<Whole> list(ListQuery query) {
        caller.must(PortRule.GET);
        return store.page(query, scope()).map(this::whole);
    }

    @Transactional
    Whole show(String id) {
        return whole(List.of(visible(id))).getFirst();
    }

    @Transactional
    List<Whole> create(List<NewPort> wishes) {
        caller.must(PortRule.CREATE);
        var wanted = wishes.stream().map(NewPort::networkId).collect(toSet());
        var on = networks.visible(wanted);
        wishes.forEach(wish -> policy.check(wish, requireNonNull(on.get(wish.networkId()))));
        wishes.stream()
                .collect(groupingBy(NewPort::projectId, counting()))
                .forEach((project, more) -> quotas.take(project, Map.of(Quota.PORT, more)));
        locks.networks(wanted);
        networks.mustStillBe(wanted);
        return moving(wanted, hostsOf(wishes), () -> add(wishes, on));
    }

    @Transactional
    Whole change(String id, PortChange change, @Nullable Integer revision) {
        var seen = visible(id);
        caller.must(PortRule.UPDATE, Target.project(seen.projectId()));
        if (change.changesMac() || change.fixedIps().isPresent()) {
            locks.networks(List.of(seen.networkId()));
        }
        var port = store.lock(seen.id()).orElseThrow(() -> missing(id));
        port.mustBeAt(revision);
        policy.check(port, change, networkOf(port));
        var hosts = Stream.concat(port.host().stream(), change.host().stream()).collect(toSet());
        return moving(Set.of(port.networkId()), hosts, () -> apply(port, change));
    }

    @Transactional
    void delete(String id, @Nullable Integer revision) {
        var seen = visible(id);
        if (!caller.may(PortRule.DELETE, Target.project(seen.projectId()))) {
            caller.must(PortRule.DELETE, Target.project(networkOf(seen).projectId()));
        }
        if (seen.deviceOwner().startsWith("network:") && !caller.may(PortRule.DELETE_NETWORKS_OWN)) {
            throw new Fault.Conflict("Port %s cannot be deleted directly via the port API: has device owner %s."
                            .formatted(id, seen.deviceOwner()))
                    .named("ServicePortInUse");
        }
        var port = store.lock(seen.id()).orElseThrow(() -> missing(id));
        port.mustBeAt(revision);
        remove(List.of(port));
    }

    /// All ports of a machine that is gone. May be asked again.
    @Transactional
    void deleteOfDevice(String device) {
        caller.must(PortRule.DELETE_OF_DEVICE);
        remove(store.ofDevice(device));
    }

    /// Administrators see where ports are.
    boolean showsBinding() {
        return caller.may(PortRule.GET_BINDING);
    }

    /// What a host has to carry.
    public List<Port> onHost(String host) {
        return store.onHost(host);
    }

    /// The ports by which networks give out addresses.
    public List<Port> forDhcp(Collection<UUID> networkIds) {
        return store.forDhcp(networkIds);
    }

    /// Which hosts carry which networks.
    public Map<UUID, Set<String>> hostsOf(Collection<UUID> networkIds) {
        return store.places(networkIds).stream()
                .collect(groupingBy(PortStore.Place::network, mapping(PortStore.Place::host, toSet())));
    }

    /// A host has made these ports come true, if they are still there.
    @Transactional
    public void realised(String host, Collection<UUID> ports) {
        var now = Times.now(clock);
        var news = store.notActive(ports).stream()
                .flatMap(id -> store.lock(id).stream())
                .filter(port ->
                        port.isForDhcp() || port.host().filter(host::equals).isPresent())
                .filter(port -> port.realised(now))
                .toList();
        whole(news).forEach(it -> outbox.publish(PortEvent.Updated.of(it.port(), it.addresses())));
    }

    @Override
    public String collection() {
        return "ports";
    }

    @Override
    @Transactional
    public List<String> tags(String id) {
        return visible(id).tags();
    }

    @Override
    @Transactional
    public List<String> tag(String id, Function<List<String>, Collection<String>> change) {
        var seen = visible(id);
        caller.must(PortRule.UPDATE, Target.project(seen.projectId()));
        var port = store.lock(seen.id()).orElseThrow(() -> missing(id));
        port.tag(change.apply(port.tags()), Times.now(clock));
        return port.tags();
    }

    /// Makes ports, whoever asks. The networks' locks must be held.
    private List<Whole> add(List<NewPort> wishes, Map<UUID, Network> on) {
        var allocation = addresses.begin(subnets.on(on.keySet()));
        var hardware = hardware(wishes);
        var usualGroups = new HashMap<String, UUID>();
        mustHaveTheirGroups(wishes);
        var groupsOfPorts = new HashMap<UUID, List<UUID>>();
        var made = new ArrayList<Whole>();
        for (var wish : wishes) {
            var network = requireNonNull(on.get(wish.networkId()));
            var secure = wish.portSecurityEnabled().orElse(!wish.isForTheNetwork() && network.portSecurityEnabled());
            var inGroups = wish.securityGroups()
                    .orElseGet(() -> secure
                            ? List.of(usualGroups.computeIfAbsent(wish.projectId(), groups::defaultOf))
                            : List.of());
            PortPolicy.checkSecurity(secure, !inGroups.isEmpty(), !wish.pairs().isEmpty());
            var mac = wish.mac()
                    .orElseGet(
                            () -> requireNonNull(hardware.get(wish.networkId())).removeFirst());
            var port = new Port(UUID.randomUUID(), wish, secure, mac, Times.now(clock));
            groupsOfPorts.put(port.id(), inGroups);
            made.add(new Whole(
                    port,
                    allocation.give(port.id(), port.networkId(), wish.fixedIps()),
                    inGroups,
                    network.dnsDomain()));
        }
        store.persist(made.stream().map(Whole::port));
        allocation.store();
        groups.join(groupsOfPorts);
        store.flush();
        made.forEach(it -> outbox.publish(PortEvent.Created.of(it.port(), it.addresses())));
        return made;
    }

    private Map<UUID, Deque<Mac>> hardware(List<NewPort> wishes) {
        var all = new HashMap<UUID, Deque<Mac>>();
        wishes.stream().collect(groupingBy(NewPort::networkId)).forEach((network, some) -> {
            var asked = some.stream().flatMap(wish -> wish.mac().stream()).toList();
            macs.mustBeFree(network, asked);
            all.put(network, new ArrayDeque<>(macs.fresh(network, some.size() - asked.size(), asked)));
        });
        return all;
    }

    private void mustHaveTheirGroups(List<NewPort> wishes) {
        wishes.stream()
                .collect(groupingBy(NewPort::projectId))
                .forEach((project, some) -> groups.mustBeOf(
                        project,
                        some.stream()
                                .flatMap(wish -> wish.securityGroups().stream())
                                .flatMap(List::stream)
                                .collect(toSet())));
    }

    private Whole apply(Port port, PortChange change) {
        var before = whole(List.of(port)).getFirst();
        var mac = change.changesMac() ? change.mac().orElseGet(() -> macs.fresh(port.networkId())) : port.mac();
        if (!mac.equals(port.mac())) {
            PortPolicy.checkBound(port, mac);
            macs.mustBeFree(port.networkId(), List.of(mac));
        }
        change.securityGroups().ifPresent(ids -> groups.mustBeOf(port.projectId(), ids));
        port.change(change, mac, Times.now(clock));
        PortPolicy.checkSecurity(
                port.portSecurityEnabled(),
                !change.securityGroups().orElse(before.groups()).isEmpty(),
                !port.addressPairs().isEmpty());
        change.securityGroups().ifPresent(ids -> groups.move(port.id(), ids));
        change.fixedIps().ifPresent(wishes -> readdress(port, before.addresses(), wishes));
        store.flush();
        var after = whole(List.of(port)).getFirst();
        outbox.publish(PortEvent.Updated.of(port, after.addresses()));
        return after;
    }

    /// A wish for any address of a subnet is granted with the one the port has there.
    private void readdress(Port port, List<FixedIp> before, List<AddressWish> wishes) {
        var kept = new ArrayList<>(before);
        var asked = wishes.stream()
                .map(wish -> wish.address().isPresent() ? wish : keep(kept, wish))
                .toList();
        addresses.release(before);
        var allocation = addresses.begin(subnets.on(List.of(port.networkId())));
        allocation.give(port.id(), port.networkId(), Optional.of(asked));
        allocation.store();
    }

    private static AddressWish keep(List<FixedIp> kept, AddressWish wish) {
        var own = kept.stream()
                .filter(fixed -> Optional.of(fixed.subnetId()).equals(wish.subnet()))
                .findFirst();
        own.ifPresent(kept::remove);
        return own.map(fixed -> new AddressWish(wish.subnet(), Optional.of(fixed.address())))
                .orElse(wish);
    }

    private void remove(List<Port> ports) {
        var now = Times.now(clock);
        var hosts = ports.stream().flatMap(port -> port.host().stream()).collect(toSet());
        moving(ports.stream().map(Port::networkId).collect(toSet()), hosts, () -> {
            ports.forEach(port -> outbox.publish(PortEvent.Deleted.of(port, now)));
            store.remove(ports.stream().map(Port::id).toList());
            return ports;
        });
    }

    /// Does something with ports and says afterwards which hosts have to do something about it.
    private <T> T moving(Set<UUID> of, Set<String> hosts, Supplier<T> change) {
        if (hosts.isEmpty()) {
            return change.get();
        }
        var before = Set.copyOf(store.places(of));
        var done = change.get();
        var difference = new HashSet<>(store.places(of));
        var spread = Stream.concat(
                        before.stream().filter(place -> !difference.contains(place)),
                        difference.stream().filter(place -> !before.contains(place)))
                .map(PortStore.Place::network)
                .collect(toSet());
        moved.fire(new PortsMoved(hosts, spread));
        return done;
    }

    private static Set<String> hostsOf(List<NewPort> wishes) {
        return wishes.stream().flatMap(wish -> wish.host().stream()).collect(toSet());
    }

    private List<Whole> whole(List<Port> ports) {
        var ids = ports.stream().map(Port::id).toList();
        var addressesOf = addresses.of(ids);
        var groupsOf = groups.of(ids);
        var domains = networks.byId(ports.stream().map(Port::networkId).toList()).values().stream()
                .collect(toMap(Network::id, Network::dnsDomain));
        return ports.stream()
                .map(port -> new Whole(
                        port,
                        addressesOf.getOrDefault(port.id(), List.of()),
                        groupsOf.getOrDefault(port.id(), List.of()),
                        domains.getOrDefault(port.networkId(), "")))
                .toList();
    }

    private Condition scope() {
        if (caller.get().isAdmin()) {
            return Condition.ALWAYS;
        }
        return Condition.of(
                "e.projectId = ? or e.networkId in (select n.id from Network n where n.projectId = ?)",
                caller.project(),
                caller.project());
    }

    private Port visible(String id) {
        caller.must(PortRule.GET);
        return Ids.parse(id)
                .flatMap(store::findByIdOptional)
                .filter(this::isVisible)
                .orElseThrow(() -> missing(id));
    }

    private boolean isVisible(Port port) {
        return caller.get().isAdmin()
                || port.projectId().equals(caller.project())
                || networkOf(port).projectId().equals(caller.project());
    }

    private Network networkOf(Port port) {
        return requireNonNull(networks.byId(List.of(port.networkId())).get(port.networkId()));
    }

    private static Fault missing(String id) {
        return new Fault.NotFound("Port", Ids.shown(id));
    }
}
