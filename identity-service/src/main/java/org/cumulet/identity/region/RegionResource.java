package org.cumulet.identity.region;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/regions`
@Path("/identity/v3/regions")
@RunOnVirtualThread
class RegionResource {

    private final RegionService regions;
    private final Links links;

    RegionResource(RegionService regions, Links links) {
        this.regions = regions;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public RegionView.One create(@NotNull @Valid NewRegion.Request request) {
        return one(regions.create(request.region()));
    }

    /// With an id that the caller names.
    @PUT
    @Path("/{id}")
    @ResponseStatus(201)
    public RegionView.One createNamed(
            @Pattern(regexp = NewRegion.ID) String id, @NotNull @Valid NewRegion.Request request) {
        return one(regions.create(request.region().named(id)));
    }

    @GET
    public RegionView.Many list(@BeanParam RegionQuery query) {
        return RegionView.Many.of(regions.list(query), links);
    }

    @GET
    @Path("/{id}")
    public RegionView.One show(String id) {
        return one(regions.show(id));
    }

    @PATCH
    @Path("/{id}")
    public RegionView.One change(String id, @NotNull @Valid RegionChange.Request request) {
        return one(regions.change(id, request.region()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        regions.delete(id);
    }

    private RegionView.One one(Region region) {
        return new RegionView.One(RegionView.of(region, links));
    }
}
