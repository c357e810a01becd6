package org.cumulet.compute.create;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.cumulet.compute.web.Links;
import org.jboss.resteasy.reactive.RestResponse;

/// `/v2.1/servers`, to ask for more of.
@Path("/compute/v2.1/servers")
@RunOnVirtualThread
class CreateResource {

    private final CreateService service;
    private final Links links;

    CreateResource(CreateService service, Links links) {
        this.service = service;
        this.links = links;
    }

    @POST
    public RestResponse<AcceptedView> create(@NotNull @Valid NewServer.Request request) {
        var accepted = service.create(request);
        var first = accepted.servers().getFirst();
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED, AcceptedView.of(request.server(), accepted, links))
                .location(URI.create(links.self("servers/" + first.id())))
                .build();
    }
}
