package org.cumulet.compute.create;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/// `/v2.1/launches`: many servers, each as another wish says, each with an answer of its own.
@Path("/compute/v2.1/launches")
@RunOnVirtualThread
class BulkResource {

    private final BulkService service;

    BulkResource(BulkService service) {
        this.service = service;
    }

    @POST
    public Launched.Many launch(
            @NotNull @Valid NewServers request, @HeaderParam("X-Service-Token") @Nullable String sender) {
        return new Launched.Many(service.launch(request, sender));
    }
}
