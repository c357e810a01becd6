package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/// `/v1.0/{project_id}/flavors`: the one there is.
@Path("/database/v1.0/{project_id}/flavors")
@RunOnVirtualThread
class FlavorResource {

    private final TroveService trove;

    FlavorResource(TroveService trove) {
        this.trove = trove;
    }

    @GET
    public FlavorView.Many list() {
        return new FlavorView.Many(List.of(trove.flavor()));
    }

    @GET
    @Path("{flavor}")
    public FlavorView.One show(String flavor) {
        return new FlavorView.One(trove.flavor(flavor));
    }
}
