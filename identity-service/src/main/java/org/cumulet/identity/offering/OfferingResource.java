package org.cumulet.identity.offering;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/services`: what the cloud offers; the catalog begins here.
@Path("/identity/v3/services")
@RunOnVirtualThread
class OfferingResource {

    private final OfferingService offerings;
    private final Links links;

    OfferingResource(OfferingService offerings, Links links) {
        this.offerings = offerings;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public OfferingView.One create(@NotNull @Valid NewOffering.Request request) {
        return one(offerings.create(request.service()));
    }

    @GET
    public OfferingView.Many list(@BeanParam OfferingQuery query) {
        return OfferingView.Many.of(offerings.list(query), links);
    }

    @GET
    @Path("/{id}")
    public OfferingView.One show(String id) {
        return one(offerings.show(id));
    }

    @PATCH
    @Path("/{id}")
    public OfferingView.One change(String id, @NotNull @Valid OfferingChange.Request request) {
        return one(offerings.change(id, request.service()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        offerings.delete(id);
    }

    private OfferingView.One one(Offering offering) {
        return new OfferingView.One(OfferingView.of(offering, links));
    }
}
