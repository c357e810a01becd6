package org.cumulet.database.discovery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.cumulet.auth.NoToken;
import org.cumulet.database.DatabaseLinks;

/// What can be spoken here.
@Path("/database")
@NoToken
@RunOnVirtualThread
class VersionResource {

    private final DatabaseLinks links;

    VersionResource(DatabaseLinks links) {
        this.links = links;
    }

    @GET
    public Versions versions() {
        return new Versions(List.of(trove()));
    }

    @GET
    @Path("v1.0")
    public One version() {
        return new One(trove());
    }

    private Version trove() {
        return new Version("v1.0", "CURRENT", "2012-08-01T00:00:00Z", List.of(new Link("self", links.to("v1.0", ""))));
    }

    record Versions(List<Version> versions) {}

    record One(Version version) {}

    record Version(String id, String status, String updated, List<Link> links) {}

    record Link(String rel, String href) {}
}
