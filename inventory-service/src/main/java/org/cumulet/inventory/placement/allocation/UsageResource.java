package org.cumulet.inventory.placement.allocation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.cumulet.api.version.Since;

/// `/placement/usages`: how much a project holds in all.
@Path("/placement/usages")
@RunOnVirtualThread
class UsageResource {

    private final AllocationService allocations;

    UsageResource(AllocationService allocations) {
        this.allocations = allocations;
    }

    @GET
    @Since("1.9")
    public UsageView show(@Context UriInfo uri) {
        return allocations.usages(UsageQuery.of(uri));
    }
}
