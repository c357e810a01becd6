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
import java.util.List;
import org.cumulet.api.version.Since;

/// `/placement/resource_providers/{id}/traits`: the qualities of one provider.
@Path("/placement/resource_providers/{id}/traits")
@RunOnVirtualThread
class ProviderTraitResource {

    private final TraitService traits;

    ProviderTraitResource(TraitService traits) {
        this.traits = traits;
    }

    @GET
    @Since("1.6")
    public View show(@PathParam("id") String id) {
        return traits.of(id);
    }

    @PUT
    @Since("1.6")
    public View replace(@PathParam("id") String id, @NotNull @Valid Change change) {
        return traits.replace(id, change.traits(), change.resourceProviderGeneration());
    }

    @DELETE
    @Since("1.6")
    public void clear(@PathParam("id") String id) {
        traits.clear(id);
    }

    record View(List<String> traits, long resourceProviderGeneration) {}

    record Change(
            @NotNull List<@NotNull String> traits,
            @NotNull @Min(0) Long resourceProviderGeneration) {}
}
