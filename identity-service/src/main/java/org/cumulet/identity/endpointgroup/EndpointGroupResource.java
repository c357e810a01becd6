package org.cumulet.identity.endpointgroup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.cumulet.identity.endpoint.EndpointView;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.NameQuery;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/OS-EP-FILTER/endpoint_groups`
@Path("/identity/v3/OS-EP-FILTER/endpoint_groups")
@RunOnVirtualThread
class EndpointGroupResource {

    private final EndpointGroupService groups;
    private final Links links;

    EndpointGroupResource(EndpointGroupService groups, Links links) {
        this.groups = groups;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public EndpointGroupView.One create(@NotNull @Valid NewEndpointGroup.Request request) {
        return one(groups.create(request.endpointGroup()));
    }

    @GET
    public EndpointGroupView.Many list(@BeanParam NameQuery query) {
        return EndpointGroupView.Many.of(groups.list(query), links);
    }

    @GET
    @Path("/{id}")
    public EndpointGroupView.One show(String id) {
        return one(groups.show(id));
    }

    @PATCH
    @Path("/{id}")
    public EndpointGroupView.One change(String id, @NotNull @Valid EndpointGroupChange.Request request) {
        return one(groups.change(id, request.endpointGroup()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        groups.delete(id);
    }

    @GET
    @Path("/{id}/endpoints")
    public EndpointView.Many endpoints(String id) {
        return EndpointView.Many.of(groups.endpoints(id), links);
    }

    private EndpointGroupView.One one(EndpointGroup group) {
        return new EndpointGroupView.One(EndpointGroupView.of(group, links));
    }
}
