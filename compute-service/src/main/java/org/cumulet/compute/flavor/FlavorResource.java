package org.cumulet.compute.flavor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.api.version.Since;
import org.cumulet.compute.web.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v2.1/flavors`: the sizes of servers.
@Path("/compute/v2.1/flavors")
@RunOnVirtualThread
class FlavorResource {

    private final FlavorService flavors;
    private final Links links;

    FlavorResource(FlavorService flavors, Links links) {
        this.flavors = flavors;
        this.links = links;
    }

    @GET
    public FlavorView.Brief.Many list(@BeanParam FlavorQuery query) {
        return FlavorView.Brief.of(flavors.list(query), links);
    }

    @GET
    @Path("detail")
    public FlavorView.Many detail(@BeanParam FlavorQuery query) {
        return FlavorView.of(flavors.list(query), links, flavors.maySeeSpecs());
    }

    @POST
    public FlavorView.One create(@NotNull @Valid NewFlavor.Request request) {
        return view(flavors.create(request.flavor()));
    }

    @GET
    @Path("{id}")
    public FlavorView.One show(String id) {
        return view(flavors.find(id));
    }

    @PUT
    @Path("{id}")
    @Since("2.55")
    public FlavorView.One describe(String id, @NotNull @Valid FlavorChange.Request request) {
        return view(flavors.describe(id, request.flavor().description()));
    }

    @DELETE
    @Path("{id}")
    @ResponseStatus(202)
    public void delete(String id) {
        flavors.delete(id);
    }

    private FlavorView.One view(Flavor flavor) {
        return new FlavorView.One(FlavorView.of(flavor, links, flavors.maySeeSpecs()));
    }
}
