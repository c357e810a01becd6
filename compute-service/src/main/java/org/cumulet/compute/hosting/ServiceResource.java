package org.cumulet.compute.hosting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.cumulet.api.version.Since;
import org.jspecify.annotations.Nullable;

/// `/v2.1/os-services`
@Path("/compute/v2.1/os-services")
@RunOnVirtualThread
class ServiceResource {

    private final ServiceService services;

    ServiceResource(ServiceService services) {
        this.services = services;
    }

    @GET
    public ServiceView.Many list(
            @QueryParam("host") @Nullable String host, @QueryParam("binary") @Nullable String binary) {
        return new ServiceView.Many(
                services.list(host, binary).stream().map(ServiceView::of).toList());
    }

    @PUT
    @Path("{id}")
    @Since("2.53")
    public ServiceView.One change(String id, @NotNull @Valid ServiceChange change) {
        return new ServiceView.One(ServiceView.of(services.change(id, change)));
    }
}
