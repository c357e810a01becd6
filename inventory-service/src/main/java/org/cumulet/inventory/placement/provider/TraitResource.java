package org.cumulet.inventory.placement.provider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.cumulet.api.version.Since;
import org.cumulet.inventory.placement.QueryString;

/// `/placement/traits`: qualities that providers can have, and which provider has which.
@Path("/placement")
@RunOnVirtualThread
class TraitResource {

    private final TraitService traits;

    TraitResource(TraitService traits) {
        this.traits = traits;
    }

    @GET
    @Path("traits")
    @Since("1.6")
    public Names list(@Context UriInfo uri) {
        var query = QueryString.of(uri, Set.of("name", "associated"));
        return new Names(traits.list(query.oneOrNull("name"), query.oneOrNull("associated")));
    }

    @GET
    @Path("resource_providers/{id}/traits")
    @Since("1.6")
    public OfProvider show(@PathParam("id") String id) {
        return traits.of(id);
    }

    @PUT
    @Path("resource_providers/{id}/traits")
    @Since("1.6")
    public OfProvider replace(@PathParam("id") String id, @NotNull @Valid Change change) {
        return traits.replace(id, change.traits(), change.resourceProviderGeneration());
    }

    @DELETE
    @Path("resource_providers/{id}/traits")
    @Since("1.6")
    public void clear(@PathParam("id") String id) {
        traits.clear(id);
    }

    record Names(List<String> traits) {}

    record OfProvider(List<String> traits, long resourceProviderGeneration) {}

    record Change(
            @NotNull List<@NotNull String> traits,
            @NotNull @Min(0) Long resourceProviderGeneration) {}
}
