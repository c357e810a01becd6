package org.cumulet.inventory.server;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// What we ask of compute.
@Path("/compute/v2.1")
interface ComputeApi {

    @GET
    @Path("servers/detail")
    JsonNode servers(
            @QueryParam("all_tenants") int allTenants,
            @QueryParam("limit") int limit,
            @QueryParam("marker") @Nullable String marker);
}
