package org.cumulet.network.extension;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cumulet.api.url.PublicUrl;
import org.cumulet.auth.NoToken;

/// `/`: where clients begin.
@Path("/network")
@RunOnVirtualThread
public class VersionResource {

    private record Link(String rel, String href) {}

    private record Version(String id, String status, List<Link> links) {}

    private record Collection(String name, String collection, List<Link> links) {}

    private final PublicUrl url;

    VersionResource(PublicUrl url) {
        this.url = url;
    }

    @GET
    @NoToken
    public Map<String, Object> versions(@Context UriInfo uri, @Context HttpHeaders headers) {
        return Map.of("versions", List.of(new Version("v2.0", "CURRENT", self(uri, headers, ""))));
    }

    @GET
    @Path("/v2.0")
    public Map<String, Object> resources(@Context UriInfo uri, @Context HttpHeaders headers) {
        return Map.of(
                "resources",
                Stream.of("network", "subnet", "port")
                        .map(name -> new Collection(name, name + "s", self(uri, headers, name + "s")))
                        .toList());
    }

    private List<Link> self(UriInfo uri, HttpHeaders headers, String path) {
        return List.of(new Link("self", url.of(uri, headers) + "/network/v2.0/" + path));
    }
}
