package org.cumulet.compute.version;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.auth.NoToken;
import org.cumulet.compute.web.Links;

/// The documents clients begin with. They need no token.
@Path("/compute")
@NoToken
@RunOnVirtualThread
class VersionResource {

    private final Links links;

    VersionResource(Links links) {
        this.links = links;
    }

    @GET
    public VersionView.Many list() {
        return VersionView.Many.below(links.root());
    }

    @GET
    @Path("v2.1")
    public VersionView.One current() {
        return VersionView.V2_1.described(links.root());
    }

    @GET
    @Path("v2")
    public VersionView.One old() {
        return VersionView.V2_0.described(links.root());
    }
}
