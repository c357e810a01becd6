package org.cumulet.inventory.placement.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.version.Microversion;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.events.Service;
import org.cumulet.inventory.placement.CustomNames;
import org.cumulet.inventory.placement.Ids;
import org.cumulet.inventory.placement.PlacementRule;
import org.cumulet.inventory.placement.PlacementVersions;
import org.cumulet.inventory.placement.Printable;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// What has room to give away.
@ApplicationScoped
public class ProviderService {

    private static final String NOT_FOUND = "placement.resource_provider.not_found";
    private static final String DUPLICATE = "placement.duplicate_name";
    private static final String IN_USE = "placement.resource_provider.inuse";
    private static final String IS_PARENT = "placement.resource_provider.cannot_delete_parent";

    private final ProviderStore store;
    private final InventoryStore inventories;
    private final TraitStore traits;
    private final AggregateStore aggregates;
    private final CustomNames customs;
    private final CurrentCaller caller;
    private final Clock clock;

    ProviderService(
            ProviderStore store,
            InventoryStore inventories,
            TraitStore traits,
            AggregateStore aggregates,
            CustomNames customs,
            CurrentCaller caller,
            @Service("inventory") Clock clock) {
        this.store = store;
        this.inventories = inventories;
        this.traits = traits;
        this.aggregates = aggregates;
        this.customs = customs;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    List<ResourceProvider> list(ProviderQuery query) {
        caller.must(PlacementRule.PROVIDERS_LIST);
        customs.mustKnowClasses(query.resources().keySet());
        customs.mustKnowTraits(query.traits().named());
        var all = store.all();
        var rooms = rooms(all);
        var root = Optional.ofNullable(query.inTree())
                .flatMap(store::findByIdOptional)
                .map(ResourceProvider::root)
                .orElse(null);
        return all.stream()
                .filter(provider -> Optional.ofNullable(rooms.get(provider.id()))
                        .filter(room -> query.matches(provider, room, root))
                        .isPresent())
                .toList();
    }

    @Transactional
    ResourceProvider create(NewProvider wish) {
        caller.must(PlacementRule.PROVIDERS_CREATE);
        var parent = wish.parent().map(this::parent).orElse(null);
        var provider = ResourceProvider.of(wish.id(), wish.name(), parent, Times.now(clock));
        if (store.findById(provider.id()) != null) {
            throw new Fault.Conflict("Conflicting resource provider uuid: %s already exists.".formatted(provider.id()))
                    .named(DUPLICATE);
        }
        refuseTaken(wish.name());
        store.persist(provider);
        save(wish.name());
        return provider;
    }

    @Transactional
    ResourceProvider show(String id) {
        caller.must(PlacementRule.PROVIDERS_SHOW);
        return get(id);
    }

    @Transactional
    ResourceProvider change(String id, NewProvider.Change change) {
        caller.must(PlacementRule.PROVIDERS_UPDATE);
        var provider = getLocked(id);
        refuseManaged(provider, "change");
        if (!provider.name().equals(change.name())) {
            refuseTaken(change.name());
        }
        provider.rename(change.name());
        if (change.saysParent()) {
            move(provider, change.parent().map(this::parent).orElse(null));
        }
        save(change.name());
        return provider;
    }

    /// Its children come along.
    private void move(ResourceProvider provider, @Nullable ResourceProvider parent) {
        var target = parent == null ? null : parent.id();
        if (provider.parent() != null
                && !provider.parent().equals(target)
                && !Microversion.atLeast(PlacementVersions.MOVING)) {
            throw new Fault.BadRequest("re-parenting a provider is not currently allowed.");
        }
        var moved = branch(provider);
        if (parent != null && moved.contains(parent)) {
            throw new Fault.BadRequest("creating loop in the provider tree is not allowed.");
        }
        provider.moveBelow(target);
        var root = parent == null ? provider.id() : parent.root();
        moved.forEach(each -> each.belongTo(root));
    }

    private Set<ResourceProvider> branch(ResourceProvider top) {
        var tree = store.below(top.root());
        var byParent = tree.stream()
                .filter(each -> each.parent() != null)
                .collect(Collectors.groupingBy(each -> String.valueOf(each.parent())));
        var branch = new LinkedHashSet<>(Set.of(top));
        var open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            for (var child : byParent.getOrDefault(open.pop().id().toString(), List.of())) {
                branch.add(child);
                open.add(child);
            }
        }
        return branch;
    }

    @Transactional
    void delete(String id) {
        caller.must(PlacementRule.PROVIDERS_DELETE);
        var provider = getLocked(id);
        refuseManaged(provider, "delete");
        if (store.hasChildren(provider.id())) {
            throw new Fault.Conflict("Unable to delete parent resource provider %s: It has child resource providers."
                            .formatted(provider.id()))
                    .named(IS_PARENT);
        }
        refuseUsed(provider.id(), "Unable to delete resource provider %s: it".formatted(provider.id()));
        store.delete(provider);
    }

    @Transactional
    Room usages(String id) {
        caller.must(PlacementRule.PROVIDER_USAGES);
        return rooms(List.of(get(id))).values().iterator().next();
    }

    private static void refuseManaged(ResourceProvider provider, String what) {
        if (provider.managed()) {
            throw new Fault.Conflict("Unable to %s resource provider %s: it is the host '%s'; %s the host."
                    .formatted(what, provider.id(), provider.name(), what));
        }
    }

    private void refuseTaken(String name) {
        if (store.named(name).isPresent()) {
            throw taken(name);
        }
    }

    private static Fault taken(String name) {
        return new Fault.Conflict(
                        "Conflicting resource provider name: %s already exists.".formatted(Printable.of(name)))
                .named(DUPLICATE);
    }

    /// The database has the last word on what is unique.
    private void save(String name) {
        try {
            store.flush();
        } catch (ConstraintViolationException e) {
            throw taken(name).because(e);
        }
    }

    private ResourceProvider parent(UUID id) {
        return store.findByIdOptional(id)
                .orElseThrow(() -> new Fault.BadRequest("parent provider UUID '%s' does not exist.".formatted(id)));
    }

    public ResourceProvider get(String id) {
        return Ids.parse(id).flatMap(store::findByIdOptional).orElseThrow(() -> notFound(id));
    }

    public long generation(UUID id) {
        return store.findByIdOptional(id).map(ResourceProvider::generation).orElse(0L);
    }

    ResourceProvider getLocked(String id) {
        return Ids.parse(id).flatMap(store::locked).orElseThrow(() -> notFound(id));
    }

    private static Fault notFound(String id) {
        return Fault.NotFound.saying("No resource provider with uuid %s found".formatted(Printable.of(id)))
                .named(NOT_FOUND);
    }

    /// A new provider for a host, without any room yet.
    public void addManaged(UUID id, String name) {
        refuseTaken(name);
        store.persist(ResourceProvider.managed(id, name, Times.now(clock)));
    }

    public void renameManaged(UUID id, String name) {
        var provider = store.findById(id);
        if (!provider.name().equals(name)) {
            refuseTaken(name);
            provider.rename(name);
            save(name);
        }
    }

    /// Nobody gets anything of it from here on.
    ///
    /// @throws Fault.Conflict when somebody has something of it
    public void lockUnused(UUID id, String what) {
        store.lock(List.of(id));
        refuseUsed(id, what);
    }

    private void refuseUsed(UUID id, String what) {
        var count = inventories.countHolders(id);
        if (count > 0) {
            var some = inventories.holders(id, 5).stream().map(UUID::toString).collect(Collectors.joining(", "));
            throw new Fault.Conflict("%s is in use by %d consumer%s: %s%s."
                            .formatted(what, count, count == 1 ? "" : "s", some, count > 5 ? ", …" : ""))
                    .named(IN_USE);
        }
    }

    /// Whether candidates are sought here.
    public void open(UUID id, boolean newcomers) {
        store.findById(id).openFor(newcomers);
    }

    public void removeManaged(UUID id) {
        store.deleteById(id);
    }

    public Map<String, Inventory> inventories(UUID id) {
        return inventories.of(id);
    }

    /// The host was found to be so large and to have these traits. What has been said meanwhile about how its room is
    /// to be
    /// given away stays.
    public void fit(UUID id, Map<String, Inventory> found, Set<String> traitsFound) {
        store.lock(List.of(id));
        var now = inventories.of(id);
        var wanted = new TreeMap<>(now);
        found.forEach((name, room) -> wanted.merge(name, room, (before, after) -> before.sized(after.total())));
        if (!wanted.equals(now) || !traits.of(id).equals(traitsFound)) {
            wanted.forEach((name, inventory) -> inventories.put(id, name, inventory));
            traits.replace(id, new TreeSet<>(traitsFound));
            store.findById(id).grow();
        }
    }

    /// All providers, with their room as it is.
    @Transactional
    public List<Room> rooms() {
        return List.copyOf(rooms(store.all()).values());
    }

    /// Nobody else can give anything of these until our transaction ends.
    public void lock(Collection<UUID> ids) {
        store.lock(ids);
    }

    /// The same, for those of them that exist, with their room.
    public Map<UUID, Room> lockRooms(Collection<UUID> ids) {
        var locked = store.lock(ids);
        return rooms(store.list("id in ?1", locked));
    }

    private Map<UUID, Room> rooms(List<ResourceProvider> providers) {
        var ids = providers.stream().map(ResourceProvider::id).toList();
        var inventory = inventories.of(ids);
        var used = inventories.used(ids);
        var having = traits.of(ids);
        var within = aggregates.of(ids);
        return providers.stream()
                .map(it -> new Room(
                        it.id(),
                        it.parent(),
                        it.root(),
                        it.open(),
                        inventory.getOrDefault(it.id(), Map.of()),
                        used.getOrDefault(it.id(), Map.of()),
                        having.getOrDefault(it.id(), Set.of()),
                        within.getOrDefault(it.id(), Set.of())))
                .collect(
                        Collectors.toMap(Room::provider, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
