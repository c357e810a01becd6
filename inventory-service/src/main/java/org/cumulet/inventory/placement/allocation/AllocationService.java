package org.cumulet.inventory.placement.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.events.Service;
import org.cumulet.inventory.placement.CustomNames;
import org.cumulet.inventory.placement.Ids;
import org.cumulet.inventory.placement.PlacementRule;
import org.cumulet.inventory.placement.Printable;
import org.cumulet.inventory.placement.allocation.AllocationWish.Expected;
import org.cumulet.inventory.placement.provider.InventoryChange;
import org.cumulet.inventory.placement.provider.InventoryService;
import org.cumulet.inventory.placement.provider.ProviderService;
import org.cumulet.inventory.placement.provider.ResourceProvider;
import org.cumulet.inventory.placement.provider.Room;
import org.jspecify.annotations.Nullable;

/// Who holds how much of what: given and taken back in whole, or not at all.
@ApplicationScoped
public class AllocationService {

    private final AllocationStore store;
    private final ProviderService providers;
    private final InventoryService inventories;
    private final CustomNames customs;
    private final CurrentCaller caller;
    private final Clock clock;

    AllocationService(
            AllocationStore store,
            ProviderService providers,
            InventoryService inventories,
            CustomNames customs,
            CurrentCaller caller,
            @Service("inventory") Clock clock) {
        this.store = store;
        this.providers = providers;
        this.inventories = inventories;
        this.customs = customs;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AllocationView show(String id) {
        caller.must(PlacementRule.ALLOCATIONS_LIST);
        return Ids.parse(id)
                .flatMap(uuid ->
                        Optional.ofNullable(store.consumers(List.of(uuid)).get(uuid)))
                .map(consumer -> view(consumer, store.ofConsumers(List.of(consumer.id()))))
                .orElseGet(AllocationView::ofNobody);
    }

    private AllocationView view(Consumer consumer, List<Held> held) {
        var generations = new HashMap<UUID, Long>();
        held.forEach(each -> generations.computeIfAbsent(each.provider(), providers::generation));
        return AllocationView.of(consumer, held, generations);
    }

    @Transactional
    AllocationView.OfProvider ofProvider(String id) {
        caller.must(PlacementRule.PROVIDER_ALLOCATIONS);
        var provider = providers.get(id);
        var held = store.ofProvider(provider.id());
        var consumers =
                store.consumers(held.stream().map(Held::consumer).distinct().toList());
        return AllocationView.OfProvider.of(held, consumers, providers.generation(provider.id()));
    }

    @Transactional
    void replace(AllocationWish wish) {
        caller.must(PlacementRule.ALLOCATIONS_UPDATE);
        replace(List.of(wish));
    }

    @Transactional
    void manage(List<AllocationWish> wishes) {
        caller.must(PlacementRule.ALLOCATIONS_MANAGE);
        replace(wishes);
    }

    /// Room and what is held of it, changed together.
    @Transactional
    void reshape(Map<UUID, InventoryChange.All> changes, List<AllocationWish> wishes) {
        caller.must(PlacementRule.RESHAPE);
        providers.lock(Stream.concat(
                        changes.keySet().stream(), wishes.stream().flatMap(wish -> wish.amounts().keySet().stream()))
                .distinct()
                .toList());
        inventories.reshape(changes, () -> replace(wishes));
    }

    /// First the providers are locked and then the consumers, each in one order, so that nobody waits in a circle.
    private void replace(List<AllocationWish> wishes) {
        var wanted = wishes.stream()
                .flatMap(wish -> wish.amounts().keySet().stream())
                .distinct()
                .toList();
        providers.lock(wanted);
        wishes.forEach(wish -> wish.amounts().values().forEach(amounts -> customs.mustKnowClasses(amounts.keySet())));
        if (wishes.isEmpty()) {
            return;
        }
        store.addConsumers(wishes.stream().map(this::newcomer).toList());
        var consumers = store.lockConsumers(
                wishes.stream().map(AllocationWish::consumer).toList());
        wishes.forEach(wish -> mustBeAsExpected(wish, consumers.get(wish.consumer())));
        store.removeHeld(consumers.keySet());
        var held = wishes.stream().flatMap(AllocationService::held).toList();
        mustFit(held, providers.lockRooms(wanted));
        store.add(held);
        wishes.forEach(store::updateConsumer);
        store.removeConsumers(wishes.stream()
                .filter(wish -> wish.amounts().isEmpty())
                .map(AllocationWish::consumer)
                .toList());
    }

    /// A consumer that we have just added is at 0 until it holds something.
    private Consumer newcomer(AllocationWish wish) {
        return new Consumer(wish.consumer(), wish.project(), wish.user(), wish.type(), 0, Times.now(clock));
    }

    private static void mustBeAsExpected(AllocationWish wish, @Nullable Consumer consumer) {
        var generation = consumer == null ? 0 : consumer.generation();
        var right = switch (wish.expected()) {
            case Expected.Whatever _ -> true;
            case Expected.Nobody _ -> generation == 0;
            case Expected.At(long expected) -> generation == expected;
        };
        if (!right) {
            throw new Fault.Conflict("consumer generation conflict - expected %s but got %s"
                            .formatted(
                                    generation == 0 ? "null" : generation,
                                    wish.expected() instanceof Expected.At(long at) ? at : "null"))
                    .named(ResourceProvider.STALE);
        }
    }

    private static Stream<Held> held(AllocationWish wish) {
        return wish.amounts().entrySet().stream()
                .flatMap(of -> of.getValue().entrySet().stream()
                        .map(amount -> new Held(wish.consumer(), of.getKey(), amount.getKey(), amount.getValue())));
    }

    private static void mustFit(List<Held> wanted, Map<UUID, Room> rooms) {
        var sums = new HashMap<UUID, Map<String, Long>>();
        for (var each : wanted) {
            var room = rooms.get(each.provider());
            if (room == null) {
                throw new Fault.BadRequest(
                        "Allocation for resource provider '%s' that does not exist.".formatted(each.provider()));
            }
            var taken = sums.computeIfAbsent(each.provider(), id -> new HashMap<>(room.used()));
            mustFit(each, room, taken.getOrDefault(each.resourceClass(), 0L));
            taken.merge(each.resourceClass(), (long) each.amount(), Long::sum);
        }
    }

    private static void mustFit(Held wanted, Room room, long used) {
        var inventory = room.inventories().get(wanted.resourceClass());
        if (inventory == null) {
            throw new Fault.Conflict(
                    "Unable to allocate inventory: Inventory for '%s' on resource provider '%s' invalid."
                            .formatted(wanted.resourceClass(), wanted.provider()));
        }
        inventory.misfit(wanted.amount(), used).ifPresent(misfit -> {
            throw new Fault.Conflict(
                    "Unable to allocate inventory: Unable to create allocation for '%s' on resource provider '%s'. %s"
                            .formatted(
                                    wanted.resourceClass(),
                                    wanted.provider(),
                                    switch (misfit) {
                                        case CAPACITY -> "The requested amount would exceed the capacity.";
                                        case UNIT -> "The requested amount would violate inventory constraints.";
                                    }));
        });
    }

    @Transactional
    void delete(String id) {
        caller.must(PlacementRule.ALLOCATIONS_DELETE);
        var removed =
                Ids.parse(id).map(uuid -> store.removeConsumers(List.of(uuid))).orElse(0);
        if (removed == 0) {
            throw Fault.NotFound.saying("No allocations for consumer '%s'".formatted(Printable.of(id)));
        }
    }

    @Transactional
    UsageView usages(UsageQuery query) {
        caller.must(PlacementRule.USAGES, Target.project(query.project()));
        return UsageView.of(
                query, store.uses(query.project(), query.user()), store.counts(query.project(), query.user()));
    }

    /// What these consumers hold.
    public List<Held> heldBy(Collection<UUID> consumers) {
        return store.ofConsumers(consumers);
    }

    /// What of this provider is held, by whom.
    @Transactional
    public Map<Consumer, List<Held>> heldOf(UUID provider) {
        var held = store.ofProvider(provider).stream().collect(Collectors.groupingBy(Held::consumer));
        return store.consumers(held.keySet()).values().stream()
                .collect(
                        Collectors.toMap(Function.identity(), consumer -> held.getOrDefault(consumer.id(), List.of())));
    }

    /// Gives to consumers that hold nothing yet. Whether there is room is the caller's care, who has locked it.
    public void give(List<Consumer> consumers, List<Held> held) {
        store.addConsumers(consumers);
        store.add(held);
    }

    /// A consumer to be, at its first state.
    public Consumer instance(UUID id, String project, String user) {
        return new Consumer(id, project, user, Consumer.INSTANCE, 1, Times.now(clock));
    }

    /// Takes back all that a consumer holds, if it holds anything.
    public void release(UUID consumer) {
        store.removeConsumers(List.of(consumer));
    }

    /// Consumers in the order of their ids, after one, with what they hold.
    @Transactional
    public Map<Consumer, List<Held>> page(@Nullable UUID after, int most) {
        var consumers = store.page(after, most);
        var held = store.ofConsumers(consumers.keySet()).stream().collect(Collectors.groupingBy(Held::consumer));
        var page = new LinkedHashMap<Consumer, List<Held>>();
        consumers.forEach((id, consumer) -> page.put(consumer, held.getOrDefault(id, List.of())));
        return page;
    }
}
