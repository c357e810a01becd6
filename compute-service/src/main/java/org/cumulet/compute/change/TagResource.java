package org.cumulet.compute.change;

import static org.jboss.resteasy.reactive.RestResponse.Status.CREATED;
import static org.jboss.resteasy.reactive.RestResponse.Status.NO_CONTENT;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import org.cumulet.api.version.Since;
import org.cumulet.compute.web.Links;
import org.cumulet.compute.web.Names;
import org.jboss.resteasy.reactive.RestResponse;

/// `/v2.1/servers/{id}/tags`
@Path("/compute/v2.1/servers/{id}/tags")
@RunOnVirtualThread
class TagResource {

    private final TagService tags;
    private final Links links;

    TagResource(TagService tags, Links links) {
        this.tags = tags;
        this.links = links;
    }

    @GET
    @Since("2.26")
    public View list(String id) {
        return new View(tags.list(id));
    }

    @PUT
    @Since("2.26")
    public View replace(String id, @NotNull @Valid Request request) {
        return new View(tags.replace(id, request.tags()));
    }

    @DELETE
    @Since("2.26")
    public void removeAll(String id) {
        tags.removeAll(id);
    }

    @GET
    @Path("{tag}")
    @Since("2.26")
    public void show(String id, String tag) {
        tags.mustHave(id, tag);
    }

    @PUT
    @Path("{tag}")
    @Since("2.26")
    public RestResponse<Void> add(String id, @Names.Tag String tag) {
        if (!tags.add(id, tag)) {
            return RestResponse.status(NO_CONTENT);
        }
        var location = URI.create(links.self("servers/%s/tags/%s".formatted(id, Links.encoded(tag))));
        return RestResponse.ResponseBuilder.<Void>create(CREATED)
                .location(location)
                .build();
    }

    @DELETE
    @Path("{tag}")
    @Since("2.26")
    public void remove(String id, String tag) {
        tags.remove(id, tag);
    }

    record View(Collection<String> tags) {}

    record Request(@NotNull @Size(max = 50) Set<@NotNull @Names.Tag String> tags) {}
}
