package org.cumulet.inventory.placement.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.inventory.placement.CustomNames;
import org.cumulet.inventory.placement.PlacementRule;
import org.cumulet.inventory.placement.Printable;

/// What a provider has of each class.
@ApplicationScoped
public class InventoryService {

    private static final String IN_USE = "placement.inventory.inuse";

    private final ProviderService providers;
    private final InventoryStore store;
    private final CustomNames customs;
    private final CurrentCaller caller;

    InventoryService(ProviderService providers, InventoryStore store, CustomNames customs, CurrentCaller caller) {
        this.providers = providers;
        this.store = store;
        this.customs = customs;
        this.caller = caller;
    }

    @Transactional
    InventoryView.Many list(String id) {
        caller.must(PlacementRule.INVENTORIES_LIST);
        var provider = providers.get(id);
        return new InventoryView.Many(store.of(provider.id()), provider.generation());
    }

    @Transactional
    InventoryView show(String id, String resourceClass) {
        caller.must(PlacementRule.INVENTORIES_SHOW);
        var provider = providers.get(id);
        return new InventoryView(get(provider, resourceClass), provider.generation());
    }

    @Transactional
    InventoryView.Many replace(String id, InventoryChange.All change) {
        caller.must(PlacementRule.INVENTORIES_UPDATE);
        var wanted = wanted(change);
        var provider = providers.getLocked(id);
        provider.mustBeAt(change.resourceProviderGeneration());
        keepOnly(provider, wanted.keySet());
        wanted.forEach((name, inventory) -> store.put(provider.id(), name, inventory));
        provider.grow();
        return new InventoryView.Many(wanted, provider.generation());
    }

    private Map<String, Inventory> wanted(InventoryChange.All change) {
        customs.mustKnowClasses(change.inventories().keySet());
        var wanted = new TreeMap<String, Inventory>();
        change.inventories().forEach((name, wish) -> wanted.put(name, wish.inventory(name)));
        return wanted;
    }

    private void keepOnly(ResourceProvider provider, Set<String> wanted) {
        store.of(provider.id()).keySet().stream()
                .filter(name -> !wanted.contains(name))
                .forEach(name -> removeUnused(provider, name));
    }

    /// @throws Fault.Conflict when there is one of its class
    @Transactional
    InventoryView add(String id, InventoryChange.New change) {
        caller.must(PlacementRule.INVENTORIES_CREATE);
        customs.mustKnowClasses(List.of(change.resourceClass()));
        var inventory = change.inventory();
        var provider = providers.getLocked(id);
        provider.mustBeAt(change.resourceProviderGeneration());
        if (store.of(provider.id()).containsKey(change.resourceClass())) {
            throw new Fault.Conflict("Update conflict: inventory of class %s exists for resource provider %s."
                    .formatted(change.resourceClass(), provider.id()));
        }
        store.put(provider.id(), change.resourceClass(), inventory);
        provider.grow();
        return new InventoryView(inventory, provider.generation());
    }

    @Transactional
    void clear(String id) {
        caller.must(PlacementRule.INVENTORIES_DELETE);
        var provider = providers.getLocked(id);
        keepOnly(provider, Set.of());
        provider.grow();
    }

    /// The room of several providers and what `meanwhile` moves in it, together: what goes may be in use before, and
    /// what comes is there when it is needed. May only be called by those who hold the locks of the providers.
    @Transactional
    public void reshape(Map<UUID, InventoryChange.All> changes, Runnable meanwhile) {
        var before = new LinkedHashMap<ResourceProvider, Map<String, Inventory>>();
        changes.forEach((id, change) -> {
            var provider = providers.getLocked(id.toString());
            provider.mustBeAt(change.resourceProviderGeneration());
            before.put(provider, wanted(change));
        });
        before.forEach(
                (provider, wanted) -> wanted.forEach((name, inventory) -> store.put(provider.id(), name, inventory)));
        meanwhile.run();
        before.forEach((provider, wanted) -> {
            keepOnly(provider, wanted.keySet());
            provider.grow();
        });
    }

    @Transactional
    InventoryView change(String id, String resourceClass, InventoryChange change) {
        caller.must(PlacementRule.INVENTORIES_UPDATE);
        customs.mustKnowClasses(List.of(resourceClass));
        var inventory = change.inventory(resourceClass);
        var provider = providers.getLocked(id);
        provider.mustBeAt(change.resourceProviderGeneration());
        if (!store.of(provider.id()).containsKey(resourceClass)) {
            throw new Fault.BadRequest("No inventory record with resource class '%s' for resource provider %s."
                    .formatted(resourceClass, provider.id()));
        }
        store.put(provider.id(), resourceClass, inventory);
        provider.grow();
        return new InventoryView(inventory, provider.generation());
    }

    @Transactional
    void remove(String id, String resourceClass) {
        caller.must(PlacementRule.INVENTORIES_DELETE);
        var provider = providers.getLocked(id);
        get(provider, resourceClass);
        removeUnused(provider, resourceClass);
        provider.grow();
    }

    private Inventory get(ResourceProvider provider, String resourceClass) {
        var inventory = store.of(provider.id()).get(resourceClass);
        if (inventory == null) {
            throw Fault.NotFound.saying("No inventory of class %s found for resource provider %s."
                    .formatted(Printable.of(resourceClass), provider.id()));
        }
        return inventory;
    }

    private void removeUnused(ResourceProvider provider, String resourceClass) {
        var used = store.used(List.of(provider.id())).getOrDefault(provider.id(), Map.of());
        if (used.containsKey(resourceClass)) {
            throw new Fault.Conflict("update conflict: Inventory for '%s' on resource provider '%s' in use."
                            .formatted(resourceClass, provider.id()))
                    .named(IN_USE);
        }
        store.remove(provider.id(), resourceClass);
    }
}
