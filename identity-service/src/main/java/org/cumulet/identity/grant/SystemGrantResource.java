package org.cumulet.identity.grant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.role.RoleView;
import org.cumulet.identity.wire.Links;

/// `/v3/system/…/roles`: who holds what on the whole system.
@Path("/identity/v3/system/{kind: users|groups}/{holder}/roles")
@RunOnVirtualThread
class SystemGrantResource {

    private final GrantService grants;
    private final Links links;

    SystemGrantResource(GrantService grants, Links links) {
        this.grants = grants;
        this.links = links;
    }

    @GET
    public RoleView.Many list(String kind, String holder) {
        return RoleView.Many.of(grants.list(Holder.of(kind, holder), new Place.System(), false), links);
    }

    @GET
    @Path("/{role}")
    public void check(String kind, String holder, String role) {
        grants.mustExist(new Grant(Holder.of(kind, holder), new Place.System(), role));
    }

    @PUT
    @Path("/{role}")
    public void give(String kind, String holder, String role) {
        grants.give(new Grant(Holder.of(kind, holder), new Place.System(), role));
    }

    @DELETE
    @Path("/{role}")
    public void take(String kind, String holder, String role) {
        grants.take(new Grant(Holder.of(kind, holder), new Place.System(), role));
    }
}
