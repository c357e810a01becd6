package org.cumulet.network.tag;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Set;
import org.cumulet.network.wire.Body;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// The tags below one collection.
class TagEndpoints {

    /// `{"tags": […]}`
    public record Tags(List<String> tags) {}

    private final TagService tags;
    private final String collection;

    TagEndpoints(TagService tags, String collection) {
        this.tags = tags;
        this.collection = collection;
    }

    @GET
    public Tags list(@PathParam("id") String id) {
        return new Tags(tags.list(collection, id));
    }

    @PUT
    public Tags replace(@PathParam("id") String id, @Nullable JsonNode json) {
        var body = Body.bare(json);
        var wanted = body.required("tags", body.texts("tags", 255));
        body.nothingElse(Set.of(), "PUT");
        return new Tags(tags.replace(collection, id, wanted));
    }

    @DELETE
    public void removeAll(@PathParam("id") String id) {
        tags.replace(collection, id, List.of());
    }

    @GET
    @Path("/{tag}")
    public void check(@PathParam("id") String id, @PathParam("tag") String tag) {
        tags.mustHave(collection, id, tag);
    }

    @PUT
    @Path("/{tag}")
    @ResponseStatus(201)
    public void add(@PathParam("id") String id, @PathParam("tag") String tag) {
        tags.add(collection, id, tag);
    }

    @DELETE
    @Path("/{tag}")
    public void remove(@PathParam("id") String id, @PathParam("tag") String tag) {
        tags.remove(collection, id, tag);
    }
}
