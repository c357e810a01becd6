package org.cumulet.inventory.placement.provider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.cumulet.api.url.PublicUrl;
import org.cumulet.api.version.Microversion;
import org.cumulet.inventory.placement.PlacementVersions;
import org.jboss.resteasy.reactive.RestResponse;

/// `/placement/resource_providers`: what has room to give away.
@Path("/placement/resource_providers")
@RunOnVirtualThread
class ProviderResource {

    private final ProviderService providers;
    private final PublicUrl url;

    ProviderResource(ProviderService providers, PublicUrl url) {
        this.providers = providers;
        this.url = url;
    }

    @GET
    public ProviderView.Many list(@Context UriInfo uri) {
        return new ProviderView.Many(providers.list(ProviderQuery.of(uri)).stream()
                .map(ProviderView::of)
                .toList());
    }

    /// Below 1.20 the answer is its address alone.
    @POST
    public RestResponse<ProviderView> create(
            @NotNull @Valid NewProvider wish, @Context UriInfo uri, @Context HttpHeaders headers) {
        var view = ProviderView.of(providers.create(wish));
        var address = URI.create(url.of(uri, headers) + ProviderView.path(view.uuid()));
        return Microversion.atLeast(PlacementVersions.PROVIDER_IN_ANSWER)
                ? RestResponse.ResponseBuilder.ok(view).location(address).build()
                : RestResponse.ResponseBuilder.<ProviderView>created(address).build();
    }

    @GET
    @Path("{id}")
    public ProviderView show(@PathParam("id") String id) {
        return ProviderView.of(providers.show(id));
    }

    @PUT
    @Path("{id}")
    public ProviderView change(@PathParam("id") String id, @NotNull @Valid NewProvider.Change change) {
        return ProviderView.of(providers.change(id, change));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        providers.delete(id);
    }

    @GET
    @Path("{id}/usages")
    public Usages usages(@PathParam("id") String id, @Context UriInfo uri) {
        var room = providers.usages(id);
        var usages = new TreeMap<String, Long>();
        room.inventories().keySet().forEach(name -> usages.put(name, room.used(name)));
        return new Usages(usages, providers.show(id).generation());
    }

    record Usages(Map<String, Long> usages, long resourceProviderGeneration) {}
}
