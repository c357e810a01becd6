package org.cumulet.inventory.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cumulet.api.version.Microversion;

/// Traits that are wanted and traits that are not: `required=A,!B` and `required=in:C,D`.
///
/// @param required of each set at least one
public record TraitWish(List<Set<String>> required, Set<String> forbidden) {

    public static final TraitWish NONE = new TraitWish(List.of(), Set.of());

    private static final String ANY = "in:";

    public TraitWish {
        required = List.copyOf(required);
        forbidden = Set.copyOf(forbidden);
    }

    /// Reads all values of one key; more than one from 1.39 on.
    public static TraitWish of(QueryString query, String key) {
        var values = Microversion.atLeast(PlacementVersions.ANY_TRAIT)
                ? query.all(key)
                : query.one(key).stream().toList();
        var required = new ArrayList<Set<String>>();
        var forbidden = new HashSet<String>();
        for (var value : values) {
            read(key, value, required, forbidden);
        }
        var wish = new TraitWish(required, forbidden);
        var all = wish.named();
        Traits.mustBeKnown(all.stream().filter(name -> !CustomNames.isOne(name)).toList());
        if (required.stream().anyMatch(forbidden::containsAll)) {
            throw QueryString.bad(key, "a trait is both required and forbidden");
        }
        return wish;
    }

    private static void read(String key, String value, List<Set<String>> required, Set<String> forbidden) {
        if (value.startsWith(ANY) && Microversion.atLeast(PlacementVersions.ANY_TRAIT)) {
            required.add(Set.copyOf(words(key, value.substring(ANY.length()))));
            return;
        }
        for (var word : words(key, value)) {
            if (word.startsWith("!") && Microversion.atLeast(PlacementVersions.FORBIDDEN_TRAITS)) {
                forbidden.add(word.substring(1));
            } else {
                required.add(Set.of(word));
            }
        }
    }

    private static Set<String> words(String key, String value) {
        var words = new HashSet<>(Arrays.asList(value.split(",", -1)));
        if (words.contains("")) {
            throw QueryString.bad(key, "expected a comma-separated list of traits");
        }
        return words;
    }

    /// True for a provider, or several together, that have these traits.
    public boolean holds(Collection<String> traits) {
        return required.stream().allMatch(any -> any.stream().anyMatch(traits::contains))
                && forbidden.stream().noneMatch(traits::contains);
    }

    /// All traits it names.
    public Set<String> named() {
        var all = new HashSet<>(forbidden);
        required.forEach(all::addAll);
        return all;
    }

    public boolean isEmpty() {
        return required.isEmpty() && forbidden.isEmpty();
    }
}
