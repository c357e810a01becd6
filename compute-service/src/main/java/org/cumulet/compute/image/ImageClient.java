package org.cumulet.compute.image;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import org.cumulet.compute.remote.OwnToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/// What is asked of the image service.
@RegisterRestClient(configKey = "compute-image")
@RegisterProvider(OwnToken.class)
@Path("/image/v2/images")
interface ImageClient {

    @GET
    @Path("{id}")
    Image show(@HeaderParam("X-Auth-Token") String token, @RestPath String id);
}
