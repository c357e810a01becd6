package org.cumulet.inventory.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.inventory.host.HostService;
import org.cumulet.inventory.host.HostSummary;
import org.cumulet.inventory.placement.ResourceClasses;
import org.cumulet.inventory.placement.allocation.AllocationService;
import org.cumulet.inventory.placement.allocation.Consumer;
import org.cumulet.inventory.placement.allocation.Held;
import org.cumulet.inventory.placement.provider.ProviderService;

/// Room on hosts, for many at once: counted and given in one transaction, so that nothing is given twice.
@ApplicationScoped
class ClaimService {

    private final HostService hosts;
    private final ProviderService providers;
    private final AllocationService allocations;
    private final CurrentCaller caller;

    ClaimService(HostService hosts, ProviderService providers, AllocationService allocations, CurrentCaller caller) {
        this.hosts = hosts;
        this.providers = providers;
        this.allocations = allocations;
        this.caller = caller;
    }

    /// A decision for each claim, in their order. Who holds something already keeps it, and gets nothing more.
    @Transactional
    List<Decision> claim(List<Claim> claims) {
        caller.must(ClaimRule.CREATE);
        check(claims);
        var all = hosts.summaries();
        var rooms = providers.lockRooms(
                all.stream().filter(HostSummary::isOpen).map(HostSummary::id).toList());
        var held = held(claims);
        var scheduler = new Scheduler(
                all.stream()
                        .map(host -> new Candidate(host, rooms.get(host.id())))
                        .toList(),
                hostsByConsumer(held));
        var before = before(held, all);
        var decisions = claims.stream()
                .map(claim -> before.containsKey(claim.consumerId())
                        ? before.get(claim.consumerId())
                        : scheduler.decide(claim))
                .toList();
        give(claims, decisions);
        return decisions;
    }

    private static void check(List<Claim> claims) {
        var seen = new HashSet<UUID>();
        for (var claim : claims) {
            ResourceClasses.mustBeKnown(claim.resources().keySet());
            if (claim.wanted().isEmpty()) {
                throw new Fault.BadRequest("Consumer %s claims nothing.".formatted(claim.consumerId()));
            }
            if (!seen.add(claim.consumerId())) {
                throw new Fault.BadRequest("Consumer %s claims twice.".formatted(claim.consumerId()));
            }
        }
    }

    /// What those hold who claim, and those whom they are to be with or apart from.
    private List<Held> held(List<Claim> claims) {
        var consumers = new HashSet<UUID>();
        for (var claim : claims) {
            consumers.add(claim.consumerId());
            consumers.addAll(claim.sameHostAs());
            consumers.addAll(claim.differentHostThan());
        }
        return allocations.heldBy(consumers);
    }

    private static Map<UUID, Set<UUID>> hostsByConsumer(List<Held> held) {
        return held.stream()
                .collect(Collectors.groupingBy(Held::consumer, Collectors.mapping(Held::provider, Collectors.toSet())));
    }

    private static Map<UUID, Decision> before(List<Held> held, List<HostSummary> all) {
        var names = all.stream().collect(Collectors.toMap(HostSummary::id, HostSummary::name));
        return held.stream()
                .filter(each -> names.containsKey(each.provider()))
                .map(each -> new Decision.Granted(
                        each.consumer(), each.provider(), String.valueOf(names.get(each.provider())), true))
                .collect(Collectors.toMap(Decision.Granted::consumer, Function.identity(), (one, other) -> one));
    }

    private void give(List<Claim> claims, List<Decision> decisions) {
        var consumers = new ArrayList<Consumer>();
        var held = new ArrayList<Held>();
        for (int i = 0; i < claims.size(); i++) {
            var claim = claims.get(i);
            if (decisions.get(i) instanceof Decision.Granted granted && !granted.before()) {
                consumers.add(allocations.instance(claim.consumerId(), claim.projectId(), claim.userId()));
                claim.wanted()
                        .forEach(
                                (name, amount) -> held.add(new Held(claim.consumerId(), granted.host(), name, amount)));
            }
        }
        if (!consumers.isEmpty()) {
            allocations.give(consumers, held);
        }
    }

    /// Nothing is held any more, whether anything was or not.
    @Transactional
    void release(UUID consumer) {
        caller.must(ClaimRule.DELETE);
        allocations.release(consumer);
    }
}
