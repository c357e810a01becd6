package org.cumulet.identity.endpoint;

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

/// `/v3/endpoints`
@Path("/identity/v3/endpoints")
@RunOnVirtualThread
class EndpointResource {

    private final EndpointService endpoints;
    private final Links links;

    EndpointResource(EndpointService endpoints, Links links) {
        this.endpoints = endpoints;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public EndpointView.One create(@NotNull @Valid NewEndpoint.Request request) {
        return one(endpoints.create(request.endpoint()));
    }

    @GET
    public EndpointView.Many list(@BeanParam EndpointQuery query) {
        return EndpointView.Many.of(endpoints.list(query), links);
    }

    @GET
    @Path("/{id}")
    public EndpointView.One show(String id) {
        return one(endpoints.show(id));
    }

    @PATCH
    @Path("/{id}")
    public EndpointView.One change(String id, @NotNull @Valid EndpointChange.Request request) {
        return one(endpoints.change(id, request.endpoint()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        endpoints.delete(id);
    }

    private EndpointView.One one(Endpoint endpoint) {
        return new EndpointView.One(EndpointView.of(endpoint, links));
    }
}
