package org.cumulet.inventory.placement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.url.PublicUrl;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Since;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/placement/resource_classes`: kinds of things that can be given away.
@Path("/placement/resource_classes")
@RunOnVirtualThread
class ResourceClassResource {

    private final ResourceClassService classes;
    private final PublicUrl url;
    private final ObjectMapper json;

    ResourceClassResource(ResourceClassService classes, PublicUrl url, ObjectMapper json) {
        this.classes = classes;
        this.url = url;
        this.json = json;
    }

    @GET
    @Since("1.2")
    public Many list(@Context UriInfo uri) {
        QueryString.of(uri, Set.of());
        return new Many(classes.list().stream().map(View::of).toList());
    }

    @POST
    @Since("1.2")
    public RestResponse<Void> create(@NotNull @Valid Name wish, @Context UriInfo uri, @Context HttpHeaders headers) {
        classes.create(wish.name());
        return RestResponse.created(address(wish.name(), uri, headers));
    }

    @GET
    @Since("1.2")
    @Path("{name}")
    public View show(@PathParam("name") String name) {
        return View.of(classes.show(name));
    }

    /// Makes sure that there is one, whatever the body; below 1.7 it gives one another name, which the body says.
    @PUT
    @Since("1.2")
    @Consumes(MediaType.WILDCARD)
    @Path("{name}")
    public RestResponse<View> put(
            @PathParam("name") String name, @Nullable String body, @Context UriInfo uri, @Context HttpHeaders headers)
            throws JsonProcessingException {
        if (!Microversion.atLeast(PlacementVersions.ENSURED_CLASSES)) {
            return RestResponse.ok(View.of(classes.rename(name, newName(body))));
        }
        var status = classes.ensure(name) ? RestResponse.Status.CREATED : RestResponse.Status.NO_CONTENT;
        return RestResponse.ResponseBuilder.<View>create(status)
                .location(address(name, uri, headers))
                .build();
    }

    private String newName(@Nullable String body) throws JsonProcessingException {
        var wish = body == null || body.isBlank() ? null : json.readValue(body, Name.class);
        if (wish == null || wish.name() == null) {
            throw new Fault.BadRequest("'name' is a required property");
        }
        return wish.name();
    }

    @DELETE
    @Since("1.2")
    @Path("{name}")
    public void delete(@PathParam("name") String name) {
        classes.delete(name);
    }

    private URI address(String name, UriInfo uri, HttpHeaders headers) {
        return URI.create(url.of(uri, headers) + View.path(name));
    }

    record Name(@NotNull String name) {}

    record Many(List<View> resourceClasses) {}

    record View(String name, List<Link> links) {
        static View of(String name) {
            return new View(name, List.of(new Link("self", path(name))));
        }

        static String path(String name) {
            return "/placement/resource_classes/" + name;
        }
    }

    record Link(String rel, String href) {}
}
