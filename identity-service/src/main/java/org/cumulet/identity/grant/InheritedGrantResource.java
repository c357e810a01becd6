package org.cumulet.identity.grant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.role.RoleView;
import org.cumulet.identity.wire.Links;

/// `/v3/OS-INHERIT/…`: who holds what on all projects below a domain or a project.
@Path("/identity/v3/OS-INHERIT/{level: domains|projects}/{node}/{kind: users|groups}/{holder}/roles")
@RunOnVirtualThread
class InheritedGrantResource {

    private final GrantService grants;
    private final Links links;

    InheritedGrantResource(GrantService grants, Links links) {
        this.grants = grants;
        this.links = links;
    }

    @GET
    @Path("/inherited_to_projects")
    public RoleView.Many list(String level, String node, String kind, String holder) {
        return RoleView.Many.of(grants.list(Holder.of(kind, holder), Place.of(level, node), true), links);
    }

    @GET
    @Path("/{role}/inherited_to_projects")
    public void check(String level, String node, String kind, String holder, String role) {
        grants.mustExist(new Grant(Holder.of(kind, holder), Place.of(level, node), role, true));
    }

    @PUT
    @Path("/{role}/inherited_to_projects")
    public void give(String level, String node, String kind, String holder, String role) {
        grants.give(new Grant(Holder.of(kind, holder), Place.of(level, node), role, true));
    }

    @DELETE
    @Path("/{role}/inherited_to_projects")
    public void take(String level, String node, String kind, String holder, String role) {
        grants.take(new Grant(Holder.of(kind, holder), Place.of(level, node), role, true));
    }
}
