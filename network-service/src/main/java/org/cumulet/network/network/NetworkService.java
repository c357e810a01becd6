package org.cumulet.network.network;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
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
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.network.quota.Quota;
import org.cumulet.network.quota.QuotaService;
import org.cumulet.network.tag.Tagged;
import org.cumulet.network.wire.Condition;
import org.cumulet.network.wire.Ids;
import org.cumulet.network.wire.ListQuery;
import org.cumulet.network.wire.Locks;
import org.cumulet.network.wire.Slice;
import org.jspecify.annotations.Nullable;

/// Networks: who may have them, and what becomes of them.
@ApplicationScoped
public class NetworkService implements Tagged {

    private final CurrentCaller caller;
    private final NetworkStore store;
    private final Segments segments;
    private final NetworkSettings settings;
    private final QuotaService quotas;
    private final Locks locks;
    private final Outbox outbox;
    private final Clock clock;
    private final Event<NetworkGoing> going;
    private final Event<NetworkChanged> changed;

    NetworkService(
            CurrentCaller caller,
            NetworkStore store,
            Segments segments,
            NetworkSettings settings,
            QuotaService quotas,
            Locks locks,
            @Service("network") Outbox outbox,
            @Service("network") Clock clock,
            Event<NetworkGoing> going,
            Event<NetworkChanged> changed) {
        this.caller = caller;
        this.store = store;
        this.segments = segments;
        this.settings = settings;
        this.quotas = quotas;
        this.locks = locks;
        this.outbox = outbox;
        this.clock = clock;
        this.going = going;
        this.changed = changed;
    }

    @Transactional
    Slice<Network> list(ListQuery query) {
        caller.must(NetworkRule.GET);
        if (query.filters().keySet().stream().anyMatch(name -> name.startsWith("provider:"))) {
            caller.must(NetworkRule.GET_PROVIDER);
        }
        return store.page(query, scope());
    }

    @Transactional
    Network show(String id) {
        caller.must(NetworkRule.GET);
        return visible(id);
    }

    @Transactional
    List<Network> create(List<NewNetwork> wishes) {
        wishes.forEach(this::mustBeAllowed);
        wishes.stream()
                .collect(groupingBy(NewNetwork::projectId, counting()))
                .forEach((project, more) -> quotas.take(project, Map.of(Quota.NETWORK, more)));
        var networks = wishes.stream().map(this::add).toList();
        store.flush();
        return networks;
    }

    @Transactional
    Network change(String id, NetworkChange change, @Nullable Integer revision) {
        var network = owned(id, NetworkRule.UPDATE);
        mustBeAllowed(network, change);
        network.mustBeAt(revision);
        if (network.shared() && change.shared().filter(it -> !it).isPresent() && store.isUsedByOthers(network)) {
            throw new Fault.Conflict(
                            "Unable to reconfigure sharing settings for network %s. Multiple tenants are using it."
                                    .formatted(id))
                    .named("InvalidSharedSetting");
        }
        network.change(change, Times.now(clock));
        tell(network);
        return network;
    }

    @Transactional
    void delete(String id, @Nullable Integer revision) {
        var seen = show(id);
        caller.must(NetworkRule.DELETE, Target.project(seen.projectId()));
        locks.networks(List.of(seen.id()));
        var network = store.lock(seen.id()).orElseThrow(() -> new Fault.NotFound("Network", id));
        network.mustBeAt(revision);
        going.fire(new NetworkGoing(network.id()));
        store.delete(network);
        store.flush();
        outbox.publish(new NetworkEvent.Deleted(network.id(), network.projectId(), Times.now(clock)));
    }

    /// The networks that a query finds for the caller.
    public List<Network> find(ListQuery query) {
        return list(query).items();
    }

    /// A network that the caller may see.
    public Network find(String id) {
        return show(id);
    }

    /// Administrators see how networks travel.
    boolean showsProvider() {
        return caller.may(NetworkRule.GET_PROVIDER);
    }

    /// The networks with these ids, as far as the caller may see them.
    ///
    /// @throws Fault.NotFound for the first that the caller may not see
    public Map<UUID, Network> visible(Collection<UUID> ids) {
        var found = byId(ids);
        for (var id : ids) {
            if (!isVisible(found.get(id))) {
                throw new Fault.NotFound("Network", id);
            }
        }
        return found;
    }

    /// The networks with these ids, whoever asks.
    public Map<UUID, Network> byId(Collection<UUID> ids) {
        return store.all(Set.copyOf(ids)).stream().collect(Collectors.toMap(Network::id, Function.identity()));
    }

    /// Makes sure that networks that were seen before are still there. Their locks must be held, so that they stay.
    ///
    /// @throws Fault.NotFound when one of them has gone meanwhile
    public void mustStillBe(Set<UUID> ids) {
        if (!store.areThere(ids)) {
            throw new Fault.NotFound(
                    "Network", ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(", ")));
        }
    }

    /// A subnet of the network is new, different or gone: its row is held until the transaction ends.
    public void subnetsChanged(UUID id) {
        store.lock(id).ifPresent(network -> {
            network.changed(Times.now(clock));
            tell(network);
        });
    }

    private Condition scope() {
        if (caller.get().isAdmin()) {
            return Condition.ALWAYS;
        }
        return Condition.of("e.projectId = ? or e.shared or e.external", caller.project());
    }

    @Override
    public String collection() {
        return "networks";
    }

    @Override
    @Transactional
    public List<String> tags(String id) {
        return show(id).tags();
    }

    @Override
    @Transactional
    public List<String> tag(String id, Function<List<String>, Collection<String>> change) {
        var network = owned(id, NetworkRule.UPDATE);
        network.tag(change.apply(network.tags()), Times.now(clock));
        return network.tags();
    }

    private Network add(NewNetwork wish) {
        var segment = segments.take(wish.segment());
        var network = new Network(freshId(), wish, segment, settings.mtu(), Times.now(clock));
        store.persistAndFlush(network);
        outbox.publish(new NetworkEvent.Created(
                network.id(),
                network.projectId(),
                network.name(),
                network.shared(),
                network.external(),
                network.mtu(),
                network.createdAt()));
        return network;
    }

    /// Hosts name what they make for a network by the beginning of its id, so that no two may begin alike.
    private UUID freshId() {
        UUID id;
        do {
            id = UUID.randomUUID();
        } while (store.isAlike(id));
        return id;
    }

    private void tell(Network network) {
        outbox.publish(new NetworkEvent.Updated(
                network.id(),
                network.projectId(),
                network.name(),
                network.shared(),
                network.external(),
                network.mtu(),
                network.updatedAt()));
        changed.fire(new NetworkChanged(network.id()));
    }

    private void mustBeAllowed(NewNetwork wish) {
        var rules = new ArrayList<NetworkRule>(List.of(NetworkRule.CREATE));
        if (wish.shared()) {
            rules.add(NetworkRule.CREATE_SHARED);
        }
        if (wish.external()) {
            rules.add(NetworkRule.CREATE_EXTERNAL);
        }
        if (!wish.segment().isEmpty()) {
            rules.add(NetworkRule.CREATE_PROVIDER);
        }
        rules.forEach(rule -> caller.must(rule, Target.project(wish.projectId())));
    }

    private void mustBeAllowed(Network network, NetworkChange change) {
        if (change.shared().filter(it -> it != network.shared()).isPresent()) {
            caller.must(NetworkRule.UPDATE_SHARED);
        }
        if (change.external().filter(it -> it != network.external()).isPresent()) {
            caller.must(NetworkRule.UPDATE_EXTERNAL);
        }
        if (!change.segment().isEmpty()) {
            caller.must(NetworkRule.UPDATE_PROVIDER);
            throw SegmentWish.invalid("Plugin does not support updating provider attributes");
        }
    }

    /// A network that the caller may change: held until the transaction ends.
    private Network owned(String id, NetworkRule rule) {
        caller.must(NetworkRule.GET);
        var network = visible(id);
        caller.must(rule, Target.project(network.projectId()));
        return store.lock(network.id()).orElseThrow(() -> new Fault.NotFound("Network", id));
    }

    private Network visible(String id) {
        return Optional.of(id)
                .flatMap(Ids::parse)
                .flatMap(store::findByIdOptional)
                .filter(this::isVisible)
                .orElseThrow(() -> new Fault.NotFound("Network", Ids.shown(id)));
    }

    private boolean isVisible(@Nullable Network network) {
        return network != null
                && (caller.get().isAdmin()
                        || caller.get().projectId().filter(network::isOpenTo).isPresent());
    }
}
