package org.cumulet.inventory.placement.provider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.cumulet.api.url.PublicUrl;
import org.cumulet.api.version.Since;
import org.cumulet.inventory.placement.QueryString;
import org.jboss.resteasy.reactive.RestResponse;

/// `/placement/traits`: qualities that providers can have.
@Path("/placement/traits")
@RunOnVirtualThread
class TraitResource {

    private final TraitService traits;
    private final PublicUrl url;

    TraitResource(TraitService traits, PublicUrl url) {
        this.traits = traits;
        this.url = url;
    }

    @GET
    @Since("1.6")
    public Names list(@Context UriInfo uri) {
        var query = QueryString.of(uri, Set.of("name", "associated"));
        return new Names(traits.list(query.oneOrNull("name"), query.oneOrNull("associated")));
    }

    @GET
    @Since("1.6")
    @Path("{name}")
    public void check(@PathParam("name") String name) {
        traits.check(name);
    }

    @PUT
    @Since("1.6")
    @Path("{name}")
    public RestResponse<Void> ensure(
            @PathParam("name") String name, @Context UriInfo uri, @Context HttpHeaders headers) {
        var status = traits.ensure(name) ? RestResponse.Status.CREATED : RestResponse.Status.NO_CONTENT;
        return RestResponse.ResponseBuilder.<Void>create(status)
                .location(URI.create(url.of(uri, headers) + "/placement/traits/" + name))
                .build();
    }

    @DELETE
    @Since("1.6")
    @Path("{name}")
    public void delete(@PathParam("name") String name) {
        traits.delete(name);
    }

    record Names(List<String> traits) {}
}
