package org.cumulet.database.drift;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v1/databases/{name}/drift`: what its server grants otherwise than declared. Nothing is repaired unless asked for.
@Path("/database/v1/databases/{name}")
@RunOnVirtualThread
class DriftResource {

    private final DriftService drift;

    DriftResource(DriftService drift) {
        this.drift = drift;
    }

    @GET
    @Path("drift")
    public DriftView.Many show(String name) {
        return new DriftView.Many(drift.of(name).stream().map(DriftView::of).toList());
    }

    @POST
    @Path("repair")
    @ResponseStatus(202)
    public void repair(String name) {
        drift.repair(name);
    }
}
