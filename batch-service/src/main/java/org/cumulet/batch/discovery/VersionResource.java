package org.cumulet.batch.discovery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.cumulet.auth.NoToken;
import org.cumulet.batch.BatchLinks;

/// What can be spoken here.
@Path("/batch")
@NoToken
@RunOnVirtualThread
class VersionResource {

    private final BatchLinks links;

    VersionResource(BatchLinks links) {
        this.links = links;
    }

    @GET
    public Versions versions() {
        return new Versions(List.of(version()));
    }

    private Version version() {
        return new Version("v1", "CURRENT", List.of(new Link("self", links.to("v1", ""))));
    }

    record Versions(List<Version> versions) {}

    record Version(String id, String status, List<Link> links) {}

    record Link(String rel, String href) {}
}
