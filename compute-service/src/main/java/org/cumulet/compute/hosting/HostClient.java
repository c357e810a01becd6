package org.cumulet.compute.hosting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.cumulet.compute.remote.OwnToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What is asked of inventory: in our own name to read, since everybody may know the zones; in the caller's to change.
@RegisterRestClient(configKey = "compute-inventory")
@RegisterProvider(OwnToken.class)
@Path("/inventory/v1/hosts")
interface HostClient {

    @GET
    Host.Many list(@QueryParam("limit") int limit, @QueryParam("marker") @Nullable UUID marker);

    @PATCH
    @Path("{id}")
    Host.One change(@HeaderParam("X-Auth-Token") String token, @RestPath UUID id, Host.Change.One change);
}
