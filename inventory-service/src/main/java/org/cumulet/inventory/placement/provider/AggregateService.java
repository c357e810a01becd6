package org.cumulet.inventory.placement.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.inventory.placement.PlacementRule;
import org.jspecify.annotations.Nullable;

/// Providers that operators have put together.
@ApplicationScoped
class AggregateService {

    private final ProviderService providers;
    private final AggregateStore store;
    private final CurrentCaller caller;

    AggregateService(ProviderService providers, AggregateStore store, CurrentCaller caller) {
        this.providers = providers;
        this.store = store;
        this.caller = caller;
    }

    @Transactional
    AggregateResource.View of(String id) {
        caller.must(PlacementRule.AGGREGATES_LIST);
        var provider = providers.get(id);
        var aggregates = store.of(List.of(provider.id())).getOrDefault(provider.id(), Set.of());
        return new AggregateResource.View(List.copyOf(aggregates), provider.generation());
    }

    /// @param generation the state that the caller knows; null for those who need not say, and leave it as it is
    @Transactional
    AggregateResource.View replace(String id, Collection<UUID> aggregates, @Nullable Long generation) {
        caller.must(PlacementRule.AGGREGATES_UPDATE);
        var provider = providers.getLocked(id);
        if (generation != null) {
            provider.mustBeAt(generation);
            provider.grow();
        }
        var wanted = new TreeSet<>(aggregates);
        store.replace(provider.id(), wanted);
        return new AggregateResource.View(List.copyOf(wanted), provider.generation());
    }
}
