package org.cumulet.network.host;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.network.wire.Ids;

/// What a host said about a run.
///
/// @param carried networks that are as they should be
/// @param failed networks that are not, and why
/// @param kept networks that should be gone and are not, and why
/// @param superseded true when the host knew of a newer plan and did nothing
record HostReport(Set<UUID> carried, Map<UUID, String> failed, Map<UUID, String> kept, boolean superseded) {

    static HostReport read(String said) {
        var carried = new HashSet<UUID>();
        var failed = new HashMap<UUID, String>();
        var kept = new HashMap<UUID, String>();
        var superseded = false;
        for (var line : said.split("\n", -1)) {
            var words = line.split(" ", 3);
            var network = words.length > 1 ? Ids.parse(words[1]) : Optional.<UUID>empty();
            var reason = words.length > 2 ? words[2].strip() : "";
            switch (words[0]) {
                case "carried" -> network.ifPresent(carried::add);
                case "failed" -> network.ifPresent(id -> failed.put(id, reason));
                case "kept" -> network.ifPresent(id -> kept.put(id, reason));
                case "superseded" -> superseded = true;
                default -> {} // what a program on the host said besides
            }
        }
        return new HostReport(carried, failed, kept, superseded);
    }

    /// A host that exists in memory only carries everything.
    static HostReport allOf(HostPlan plan) {
        return new HostReport(Set.copyOf(plan.ports().keySet()), Map.of(), Map.of(), false);
    }

    String complaint() {
        return Stream.of(failed, kept)
                .flatMap(some -> some.entrySet().stream())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "network %s: %s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    boolean isClean() {
        return failed.isEmpty() && kept.isEmpty();
    }
}
