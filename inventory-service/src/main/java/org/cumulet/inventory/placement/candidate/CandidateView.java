package org.cumulet.inventory.placement.candidate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Since;
import org.cumulet.inventory.placement.PlacementVersions;
import org.cumulet.inventory.placement.provider.Inventory;
import org.cumulet.inventory.placement.provider.Room;
import org.jspecify.annotations.Nullable;

/// Where something would fit, as the API shows it.
record CandidateView(List<Request> allocationRequests, Map<UUID, Summary> providerSummaries) {

    /// @param allocations by provider from 1.12 on, a list before
    record Request(Object allocations, @Since("1.34") Map<String, Set<UUID>> mappings) {

        static Request of(Candidate candidate) {
            return new Request(
                    Microversion.atLeast(PlacementVersions.ALLOCATIONS_BY_PROVIDER)
                            ? byProvider(candidate)
                            : list(candidate),
                    candidate.mappings());
        }

        private static Map<UUID, Part> byProvider(Candidate candidate) {
            var parts = new LinkedHashMap<UUID, Part>();
            candidate.amounts().forEach((id, amounts) -> parts.put(id, new Part(amounts)));
            return parts;
        }

        private static List<InList> list(Candidate candidate) {
            return candidate.amounts().entrySet().stream()
                    .map(part -> new InList(new Reference(part.getKey()), part.getValue()))
                    .toList();
        }
    }

    record Part(Map<String, Integer> resources) {}

    record InList(Reference resourceProvider, Map<String, Integer> resources) {}

    record Reference(UUID uuid) {}

    record Summary(
            Map<String, Amount> resources,
            @Since("1.17") Set<String> traits,
            @Since("1.29") @Nullable UUID parentProviderUuid,
            @Since("1.29") UUID rootProviderUuid) {

        static Summary of(Room room, Set<String> asked) {
            var whole = Microversion.atLeast(PlacementVersions.WHOLE_SUMMARIES);
            var amounts = new LinkedHashMap<String, Amount>();
            room.inventories().forEach((name, inventory) -> {
                if (whole || asked.contains(name)) {
                    amounts.put(name, Amount.of(inventory, room.used(name)));
                }
            });
            return new Summary(amounts, room.traits(), room.parent(), room.root());
        }
    }

    record Amount(long capacity, long used) {
        static Amount of(Inventory inventory, long used) {
            return new Amount(inventory.capacity(), used);
        }
    }

    static CandidateView of(CandidateQuery query, Map<Candidate, Tree> found) {
        var requests = new ArrayList<Request>();
        var summaries = new LinkedHashMap<UUID, Summary>();
        var asked = new HashSet<String>();
        query.groups().forEach(group -> asked.addAll(group.resources().keySet()));
        found.forEach((candidate, tree) -> {
            requests.add(Request.of(candidate));
            tree.rooms().values().stream()
                    .filter(room -> Microversion.atLeast(PlacementVersions.NESTED_CANDIDATES)
                            || candidate.amounts().containsKey(room.provider()))
                    .forEach(room -> summaries.put(room.provider(), Summary.of(room, asked)));
        });
        return new CandidateView(requests, summaries);
    }
}
