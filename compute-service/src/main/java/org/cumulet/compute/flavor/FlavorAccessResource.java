package org.cumulet.compute.flavor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/// Who may use a private flavor.
@Path("/compute/v2.1/flavors/{id}")
@RunOnVirtualThread
class FlavorAccessResource {

    private final FlavorService flavors;

    FlavorAccessResource(FlavorService flavors) {
        this.flavors = flavors;
    }

    @GET
    @Path("os-flavor-access")
    public FlavorView.Access.Many list(String id) {
        return FlavorView.Access.Many.of(flavors.access(id));
    }

    @POST
    @Path("action")
    public FlavorView.Access.Many change(String id, @NotNull @Valid AccessChange change) {
        return FlavorView.Access.Many.of(change.apply(flavors, id));
    }
}
