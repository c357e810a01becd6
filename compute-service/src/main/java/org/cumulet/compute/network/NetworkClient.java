package org.cumulet.compute.network;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import org.cumulet.compute.remote.OwnToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of the network service.
@RegisterRestClient(configKey = "compute-network")
@RegisterProvider(OwnToken.class)
@Path("/network/v2.0")
interface NetworkClient {

    @GET
    @Path("networks")
    Network.Many networks(@HeaderParam("X-Auth-Token") String token, @QueryParam("id") Collection<String> ids);

    @GET
    @Path("ports")
    Port.Many ports(@HeaderParam("X-Auth-Token") String token, @QueryParam("id") Collection<String> ids);

    @GET
    @Path("security-groups")
    SecurityGroup.Many securityGroups(
            @HeaderParam("X-Auth-Token") String token, @QueryParam("project_id") String project);
}
