package org.cumulet.inventory.placement.candidate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.cumulet.api.version.Since;

/// `/placement/allocation_candidates`: where would this fit?
@Path("/placement/allocation_candidates")
@RunOnVirtualThread
class CandidateResource {

    private final CandidateService candidates;

    CandidateResource(CandidateService candidates) {
        this.candidates = candidates;
    }

    @GET
    @Since("1.10")
    public CandidateView find(@Context UriInfo uri) {
        return candidates.find(CandidateQuery.of(uri));
    }
}
