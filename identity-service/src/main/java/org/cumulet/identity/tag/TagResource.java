package org.cumulet.identity.tag;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import org.cumulet.identity.project.NewProject;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Self;
import org.cumulet.identity.wire.Text;
import org.hibernate.validator.constraints.UniqueElements;
import org.jboss.resteasy.reactive.RestResponse;

/// `/v3/projects/{project}/tags`
@Path("/identity/v3/projects/{project}/tags")
@RunOnVirtualThread
class TagResource {

    private final TagService tags;
    private final Links links;

    TagResource(TagService tags, Links links) {
        this.tags = tags;
        this.links = links;
    }

    record Tags(List<String> tags, Self links) {}

    record Wish(
            @NotNull @Text @Size(max = NewProject.MOST_TAGS) @UniqueElements
            List<@NotNull @Pattern(regexp = NewProject.TAG) String> tags) {}

    @GET
    public Tags list(String project) {
        return shown(tags.list(project));
    }

    @PUT
    public Tags replace(String project, @NotNull @Valid Wish wish) {
        return shown(tags.replace(project, wish.tags()));
    }

    @DELETE
    public void clear(String project) {
        tags.clear(project);
    }

    @GET
    @Path("/{tag}")
    public void check(String project, String tag) {
        tags.mustExist(project, tag);
    }

    @PUT
    @Path("/{tag}")
    public RestResponse<Void> add(String project, @Pattern(regexp = NewProject.TAG) String tag) {
        tags.add(project, tag);
        return RestResponse.created(URI.create(links.here()));
    }

    @DELETE
    @Path("/{tag}")
    public void remove(String project, String tag) {
        tags.remove(project, tag);
    }

    private Tags shown(List<String> all) {
        return new Tags(all, new Self(links.here()));
    }
}
