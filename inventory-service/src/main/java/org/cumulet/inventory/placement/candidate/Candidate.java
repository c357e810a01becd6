package org.cumulet.inventory.placement.candidate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// One way to get all that is wanted from one tree.
///
/// @param amounts how much of what, by provider
/// @param mappings which providers serve which group
record Candidate(Map<UUID, Map<String, Integer>> amounts, Map<String, Set<UUID>> mappings) {

    static final Candidate EMPTY = new Candidate(Map.of(), Map.of());

    Candidate and(String group, UUID provider, Map<String, Integer> resources) {
        var more = new LinkedHashMap<UUID, Map<String, Integer>>();
        amounts.forEach((id, taken) -> more.put(id, new TreeMap<>(taken)));
        resources.forEach((name, amount) ->
                more.computeIfAbsent(provider, id -> new TreeMap<>()).merge(name, amount, Integer::sum));
        var serving = new HashMap<>(mappings);
        var providers = new TreeSet<>(serving.getOrDefault(group, Set.of()));
        providers.add(provider);
        serving.put(group, providers);
        return new Candidate(more, serving);
    }

    Set<UUID> serving(Set<String> groups) {
        var providers = new HashSet<UUID>();
        groups.forEach(group -> providers.addAll(mappings.getOrDefault(group, Set.of())));
        return providers;
    }
}
