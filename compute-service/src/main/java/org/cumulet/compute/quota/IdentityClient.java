package org.cumulet.compute.quota;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import org.cumulet.compute.remote.OwnToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of identity.
@RegisterRestClient(configKey = "compute-identity")
@RegisterProvider(OwnToken.class)
@Path("/identity/v3")
interface IdentityClient {

    @GET
    @Path("projects/{id}")
    JsonNode project(@HeaderParam("X-Auth-Token") String token, @org.jboss.resteasy.reactive.RestPath String id);
}
