package org.cumulet.inventory.placement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.cumulet.auth.NoToken;

/// `/placement`: the document clients begin with. It needs no token.
@Path("/placement")
@NoToken
@RunOnVirtualThread
class RootResource {

    @GET
    public Versions versions() {
        return new Versions(List.of(new Version(
                "v1.0",
                PlacementVersions.MINIMUM.toString(),
                PlacementVersions.MAXIMUM.toString(),
                "CURRENT",
                List.of(new Link("self", "")))));
    }

    record Versions(List<Version> versions) {}

    record Version(String id, String minVersion, String maxVersion, String status, List<Link> links) {}

    record Link(String rel, String href) {}
}
