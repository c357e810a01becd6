package org.cumulet.inventory.placement.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import org.cumulet.api.version.Microversion;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.inventory.placement.PlacementRule;
import org.cumulet.inventory.placement.PlacementVersions;
import org.cumulet.inventory.placement.provider.ProviderService;

/// Says where something would fit. That it still does when it is claimed is not promised.
@ApplicationScoped
class CandidateService {

    private final ProviderService providers;
    private final CurrentCaller caller;

    CandidateService(ProviderService providers, CurrentCaller caller) {
        this.providers = providers;
        this.caller = caller;
    }

    @Transactional
    CandidateView find(CandidateQuery query) {
        caller.must(PlacementRule.CANDIDATES_LIST);
        var found = new LinkedHashMap<Candidate, Tree>();
        for (var tree : Tree.of(providers.rooms(), Microversion.atLeast(PlacementVersions.NESTED_CANDIDATES))) {
            for (var candidate : new Search(query, tree).candidates()) {
                if (found.size() < query.limit()) {
                    found.put(candidate, tree);
                }
            }
        }
        return CandidateView.of(query, found);
    }
}
