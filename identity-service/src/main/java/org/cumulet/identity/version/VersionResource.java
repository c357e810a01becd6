package org.cumulet.identity.version;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.cumulet.auth.NoToken;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.RestResponse;

/// `/identity` and `/identity/v3`: every client starts here.
@Path("/identity")
@RunOnVirtualThread
@NoToken
class VersionResource {

    private final Links links;

    VersionResource(Links links) {
        this.links = links;
    }

    @GET
    public RestResponse<VersionView.Many> list() {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.MULTIPLE_CHOICES, VersionView.Many.of(links))
                .location(URI.create(links.to("")))
                .build();
    }

    @GET
    @Path("/v3")
    public VersionView.One show() {
        return new VersionView.One(VersionView.of(links));
    }
}
