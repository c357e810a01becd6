package org.cumulet.network.subnet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.events.Service;
import org.cumulet.network.network.NetworkGoing;
import org.cumulet.network.network.NetworkService;
import org.cumulet.network.quota.Quota;
import org.cumulet.network.quota.QuotaService;
import org.cumulet.network.tag.Tagged;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.Condition;
import org.cumulet.network.wire.Ids;
import org.cumulet.network.wire.ListQuery;
import org.cumulet.network.wire.Locks;
import org.cumulet.network.wire.Slice;
import org.jspecify.annotations.Nullable;

/// Subnets: who may have them, and what becomes of them.
@ApplicationScoped
public class SubnetService implements Tagged {

    private final CurrentCaller caller;
    private final SubnetStore store;
    private final NetworkService networks;
    private final QuotaService quotas;
    private final Locks locks;
    private final Clock clock;
    private final Event<SubnetSettled> settled;
    private final Event<SubnetGoing> going;

    SubnetService(
            CurrentCaller caller,
            SubnetStore store,
            NetworkService networks,
            QuotaService quotas,
            Locks locks,
            @Service("network") Clock clock,
            Event<SubnetSettled> settled,
            Event<SubnetGoing> going) {
        this.caller = caller;
        this.store = store;
        this.networks = networks;
        this.quotas = quotas;
        this.locks = locks;
        this.clock = clock;
        this.settled = settled;
        this.going = going;
    }

    @Transactional
    Slice<Subnet> list(ListQuery query) {
        caller.must(SubnetRule.GET);
        return store.page(query, scope());
    }

    @Transactional
    Subnet show(String id) {
        caller.must(SubnetRule.GET);
        return visible(id);
    }

    @Transactional
    List<Subnet> create(List<NewSubnet> wishes) {
        caller.must(SubnetRule.CREATE);
        var wanted = wishes.stream().map(NewSubnet::networkId).collect(Collectors.toSet());
        networks.visible(wanted)
                .values()
                .forEach(network -> caller.must(SubnetRule.CREATE, Target.project(network.projectId())));
        wishes.stream()
                .collect(groupingBy(NewSubnet::projectId, Collectors.counting()))
                .forEach((project, more) -> quotas.take(project, Map.of(Quota.SUBNET, more)));
        locks.networks(wanted);
        networks.mustStillBe(wanted);
        var subnets = wishes.stream().map(this::add).toList();
        wanted.forEach(networks::subnetsChanged);
        return subnets;
    }

    @Transactional
    Subnet change(String id, Body body, @Nullable Integer revision) {
        var subnet = owned(id, SubnetRule.UPDATE);
        var change = SubnetChange.from(body, subnet.ipVersion());
        subnet.mustBeAt(revision);
        subnet.change(change, change.layout(subnet), Times.now(clock));
        settled.fire(new SubnetSettled(subnet));
        networks.subnetsChanged(subnet.networkId());
        return subnet;
    }

    @Transactional
    void delete(String id, @Nullable Integer revision) {
        var subnet = owned(id, SubnetRule.DELETE);
        subnet.mustBeAt(revision);
        going.fire(new SubnetGoing(subnet));
        store.delete(subnet);
        store.flush();
        networks.subnetsChanged(subnet.networkId());
    }

    /// The subnets of some networks, whoever asks.
    public Map<UUID, List<Subnet>> on(Collection<UUID> networkIds) {
        return store.on(Set.copyOf(networkIds)).stream().collect(groupingBy(Subnet::networkId));
    }

    /// Only their ids.
    @Transactional
    public Map<UUID, List<UUID>> idsOn(Collection<UUID> networkIds) {
        return store.on(Set.copyOf(networkIds)).stream()
                .collect(groupingBy(Subnet::networkId, mapping(Subnet::id, toList())));
    }

    void networkGoes(@Observes @Priority(NetworkGoing.CLEAR_UP) NetworkGoing event) {
        store.deleteOn(event.network());
    }

    @Override
    public String collection() {
        return "subnets";
    }

    @Override
    @Transactional
    public List<String> tags(String id) {
        return show(id).tags();
    }

    @Override
    @Transactional
    public List<String> tag(String id, Function<List<String>, Collection<String>> change) {
        var subnet = owned(id, SubnetRule.UPDATE);
        subnet.tag(change.apply(subnet.tags()), Times.now(clock));
        return subnet.tags();
    }

    private Subnet add(NewSubnet wish) {
        for (var other : store.on(List.of(wish.networkId()))) {
            if (other.cidr().overlaps(wish.cidr())) {
                throw new Fault.BadRequest(
                                "Invalid input for operation: Requested subnet with cidr: %s for network: %s overlaps with another subnet."
                                        .formatted(wish.cidr(), wish.networkId()))
                        .named("InvalidInput");
            }
        }
        var layout = Layout.of(wish.cidr(), wish.gateway(), wish.pools());
        var subnet = new Subnet(wish, layout, Times.now(clock));
        store.persistAndFlush(subnet);
        settled.fire(new SubnetSettled(subnet));
        return subnet;
    }

    private Condition scope() {
        if (caller.get().isAdmin()) {
            return Condition.ALWAYS;
        }
        var project = caller.project();
        return Condition.of(
                "e.projectId = ? or exists (select 1 from Network n where n.id = e.networkId"
                        + " and (n.projectId = ? or n.shared))",
                project,
                project);
    }

    private Subnet visible(String id) {
        return Ids.parse(id)
                .flatMap(store::findByIdOptional)
                .filter(this::isVisible)
                .orElseThrow(() -> new Fault.NotFound("Subnet", Ids.shown(id)));
    }

    private boolean isVisible(Subnet subnet) {
        if (caller.get().isAdmin()) {
            return true;
        }
        var project = caller.project();
        return subnet.projectId().equals(project)
                || Optional.ofNullable(
                                networks.byId(List.of(subnet.networkId())).get(subnet.networkId()))
                        .filter(network ->
                                network.shared() || network.projectId().equals(project))
                        .isPresent();
    }

    /// A subnet that the caller may change. It and the addresses of its network are held until the transaction ends.
    private Subnet owned(String id, SubnetRule rule) {
        var subnet = show(id);
        caller.must(rule, Target.project(subnet.projectId()));
        locks.networks(List.of(subnet.networkId()));
        return store.lock(subnet.id()).orElseThrow(() -> new Fault.NotFound("Subnet", id));
    }
}
