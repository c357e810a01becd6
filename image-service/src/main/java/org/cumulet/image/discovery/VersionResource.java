package org.cumulet.image.discovery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cumulet.auth.NoToken;
import org.cumulet.image.ImageLinks;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/` and `/versions`: what can be spoken here. Whoever asks at a version that does not exist is told too.
@Path("/image")
@NoToken
@RunOnVirtualThread
class VersionResource {

    private static final String CURRENT = "v2.16";
    private static final List<String> SUPPORTED =
            List.of("v2.15", "v2.9", "v2.7", "v2.6", "v2.5", "v2.4", "v2.3", "v2.2", "v2.1", "v2.0");

    private final ImageLinks links;

    VersionResource(ImageLinks links) {
        this.links = links;
    }

    @GET
    @Path("versions")
    public Versions versions() {
        var supported = SUPPORTED.stream().map(id -> version(id, "SUPPORTED"));
        return new Versions(
                Stream.concat(Stream.of(version(CURRENT, "CURRENT")), supported).toList());
    }

    @GET
    @ResponseStatus(300)
    public Versions choices() {
        return versions();
    }

    @GET
    @Path("{other:(?!v2(/|$)|versions$).+}")
    @ResponseStatus(300)
    public Versions choicesInsteadOfOther() {
        return versions();
    }

    private Version version(String id, String status) {
        return new Version(id, status, List.of(new Link("self", links.to("v2", ""))));
    }

    record Versions(List<Version> versions) {}

    record Version(String id, String status, List<Link> links) {}

    record Link(String rel, String href) {}
}
