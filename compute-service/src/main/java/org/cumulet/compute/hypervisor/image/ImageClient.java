package org.cumulet.compute.hypervisor.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.cumulet.compute.remote.OwnToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What is asked of the image service.
@RegisterRestClient(configKey = "compute-disks")
@RegisterProvider(OwnToken.class)
@Path("/image/v2/images")
interface ImageClient {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ImageAnswer(
            UUID id,
            String status,
            @Nullable String diskFormat,
            @Nullable String osHashAlgo,
            @Nullable String osHashValue,
            @Nullable Long size,
            @Nullable Long virtualSize) {}

    @GET
    @Path("{id}")
    ImageAnswer show(@RestPath UUID id);
}
