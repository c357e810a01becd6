package org.cumulet.identity.role;

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

/// `/v3/roles`
@Path("/identity/v3/roles")
@RunOnVirtualThread
class RoleResource {

    private final RoleService roles;
    private final Links links;

    RoleResource(RoleService roles, Links links) {
        this.roles = roles;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public RoleView.One create(@NotNull @Valid NewRole.Request request) {
        return one(roles.create(request.role()));
    }

    @GET
    public RoleView.Many list(@BeanParam RoleQuery query) {
        return RoleView.Many.of(roles.list(query), links);
    }

    @GET
    @Path("/{id}")
    public RoleView.One show(String id) {
        return one(roles.show(id));
    }

    @PATCH
    @Path("/{id}")
    public RoleView.One change(String id, @NotNull @Valid RoleChange.Request request) {
        return one(roles.change(id, request.role()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        roles.delete(id);
    }

    private RoleView.One one(Role role) {
        return new RoleView.One(RoleView.of(role, links));
    }
}
