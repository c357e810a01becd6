package org.cumulet.inventory.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.cumulet.inventory.placement.Ids;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/inventory/v1/claims`: a host for each of many.
@Path("/inventory/v1/claims")
@RunOnVirtualThread
class ClaimResource {

    private final ClaimService claims;

    ClaimResource(ClaimService claims) {
        this.claims = claims;
    }

    @POST
    @ResponseStatus(200)
    public ClaimView.Many claim(@NotNull @Valid Claim.Many wish) {
        return new ClaimView.Many(
                claims.claim(wish.claims()).stream().map(ClaimView::of).toList());
    }

    @DELETE
    @Path("{consumer}")
    public void release(@PathParam("consumer") String consumer) {
        claims.release(Ids.read(consumer, "consumer"));
    }
}
