package org.cumulet.inventory.placement.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.inventory.placement.CustomNames;
import org.cumulet.inventory.placement.PlacementRule;
import org.cumulet.inventory.placement.Printable;
import org.cumulet.inventory.placement.QueryString;
import org.cumulet.inventory.placement.Traits;
import org.jspecify.annotations.Nullable;

/// Qualities of providers.
@ApplicationScoped
class TraitService {

    private final ProviderService providers;
    private final TraitStore store;
    private final CustomNames customs;
    private final CurrentCaller caller;

    TraitService(ProviderService providers, TraitStore store, CustomNames customs, CurrentCaller caller) {
        this.providers = providers;
        this.store = store;
        this.customs = customs;
        this.caller = caller;
    }

    /// @param name `in:A,B` or `startswith:A`
    /// @param associated `true` or `false`: whether any provider has it
    @Transactional
    List<String> list(@Nullable String name, @Nullable String associated) {
        caller.must(PlacementRule.TRAITS_LIST);
        var wanted = named(name).and(associated(associated));
        return Stream.concat(Traits.known().stream(), customs.traits().stream())
                .filter(wanted)
                .toList();
    }

    @Transactional
    void check(String name) {
        caller.must(PlacementRule.TRAITS_SHOW);
        if (!Traits.known().contains(name) && !customs.traits().contains(name)) {
            throw notFound(name);
        }
    }

    /// True when it is new.
    @Transactional
    boolean ensure(String name) {
        caller.must(PlacementRule.TRAITS_UPDATE);
        CustomNames.mustBeOne(name);
        return customs.addTrait(name);
    }

    @Transactional
    void delete(String name) {
        caller.must(PlacementRule.TRAITS_DELETE);
        if (Traits.known().contains(name)) {
            throw new Fault.BadRequest("Cannot delete standard trait %s.".formatted(name));
        }
        if (store.inUse().contains(name)) {
            throw new Fault.Conflict("The trait %s is in use by a resource provider.".formatted(Printable.of(name)));
        }
        if (!CustomNames.isOne(name) || !customs.removeTrait(name)) {
            throw notFound(name);
        }
    }

    private static Fault notFound(String name) {
        return Fault.NotFound.saying("No such trait(s): %s.".formatted(Printable.of(name)));
    }

    private static Predicate<String> named(@Nullable String name) {
        if (name == null) {
            return any -> true;
        }
        if (name.startsWith("in:")) {
            return new TreeSet<>(List.of(name.substring(3).split(",", -1)))::contains;
        }
        if (name.startsWith("startswith:")) {
            return trait -> trait.startsWith(name.substring("startswith:".length()));
        }
        throw QueryString.bad("name", "expected 'in:' or 'startswith:'");
    }

    private Predicate<String> associated(@Nullable String associated) {
        if (associated == null) {
            return any -> true;
        }
        var inUse = store.inUse();
        return switch (associated.toLowerCase(Locale.ROOT)) {
            case "true" -> inUse::contains;
            case "false" -> trait -> !inUse.contains(trait);
            default -> throw QueryString.bad("associated", "expected true or false");
        };
    }

    @Transactional
    ProviderTraitResource.View of(String id) {
        caller.must(PlacementRule.PROVIDER_TRAITS_LIST);
        var provider = providers.get(id);
        return new ProviderTraitResource.View(List.copyOf(store.of(provider.id())), provider.generation());
    }

    @Transactional
    ProviderTraitResource.View replace(String id, List<String> traits, long generation) {
        caller.must(PlacementRule.PROVIDER_TRAITS_UPDATE);
        customs.mustKnowTraits(traits);
        var provider = providers.getLocked(id);
        provider.mustBeAt(generation);
        var wanted = new TreeSet<>(traits);
        store.replace(provider.id(), wanted);
        provider.grow();
        return new ProviderTraitResource.View(List.copyOf(wanted), provider.generation());
    }

    @Transactional
    void clear(String id) {
        caller.must(PlacementRule.PROVIDER_TRAITS_DELETE);
        var provider = providers.getLocked(id);
        store.replace(provider.id(), Set.of());
        provider.grow();
    }
}
