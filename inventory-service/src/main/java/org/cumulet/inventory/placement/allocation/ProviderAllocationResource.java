package org.cumulet.inventory.placement.allocation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// `/placement/resource_providers/{id}/allocations`: what everybody holds of one provider.
@Path("/placement/resource_providers/{id}/allocations")
@RunOnVirtualThread
class ProviderAllocationResource {

    private final AllocationService allocations;

    ProviderAllocationResource(AllocationService allocations) {
        this.allocations = allocations;
    }

    @GET
    public AllocationView.OfProvider show(@PathParam("id") String id) {
        return allocations.ofProvider(id);
    }
}
