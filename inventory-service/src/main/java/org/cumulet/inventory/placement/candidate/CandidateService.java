package org.cumulet.inventory.placement.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.cumulet.api.version.Microversion;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.inventory.placement.CustomNames;
import org.cumulet.inventory.placement.PlacementRule;
import org.cumulet.inventory.placement.PlacementVersions;
import org.cumulet.inventory.placement.provider.ProviderService;
import org.cumulet.inventory.placement.provider.Room;

/// Says where something would fit. That it still does when it is claimed is not promised.
@ApplicationScoped
class CandidateService {

    private final ProviderService providers;
    private final CustomNames customs;
    private final CurrentCaller caller;

    CandidateService(ProviderService providers, CustomNames customs, CurrentCaller caller) {
        this.providers = providers;
        this.customs = customs;
        this.caller = caller;
    }

    @Transactional
    CandidateView find(CandidateQuery query) {
        caller.must(PlacementRule.CANDIDATES_LIST);
        query.groups().forEach(group -> {
            customs.mustKnowClasses(group.resources().keySet());
            customs.mustKnowTraits(group.traits().named());
        });
        customs.mustKnowTraits(query.root().named());
        var found = new LinkedHashMap<Candidate, Tree>();
        for (var tree : Tree.of(open(providers.rooms()), Microversion.atLeast(PlacementVersions.NESTED_CANDIDATES))) {
            for (var candidate : new Search(query, tree).candidates()) {
                if (found.size() < query.limit()) {
                    found.put(candidate, tree);
                }
            }
        }
        return CandidateView.of(query, found);
    }

    /// A tree whose root is closed is closed as a whole.
    private static List<Room> open(List<Room> rooms) {
        var closed =
                rooms.stream().filter(room -> !room.open()).map(Room::provider).collect(Collectors.toSet());
        return rooms.stream().filter(room -> !closed.contains(room.root())).toList();
    }
}
