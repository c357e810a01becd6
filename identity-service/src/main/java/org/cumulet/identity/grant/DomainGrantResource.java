package org.cumulet.identity.grant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.role.RoleView;
import org.cumulet.identity.wire.Links;

/// `/v3/domains/…/roles`: who holds what on a domain.
@Path("/identity/v3/domains/{domain}/{kind: users|groups}/{holder}/roles")
@RunOnVirtualThread
class DomainGrantResource {

    private final GrantService grants;
    private final Links links;

    DomainGrantResource(GrantService grants, Links links) {
        this.grants = grants;
        this.links = links;
    }

    @GET
    public RoleView.Many list(String domain, String kind, String holder) {
        return RoleView.Many.of(grants.list(Holder.of(kind, holder), new Place.Domain(domain), false), links);
    }

    @GET
    @Path("/{role}")
    public void check(String domain, String kind, String holder, String role) {
        grants.mustExist(new Grant(Holder.of(kind, holder), new Place.Domain(domain), role));
    }

    @PUT
    @Path("/{role}")
    public void give(String domain, String kind, String holder, String role) {
        grants.give(new Grant(Holder.of(kind, holder), new Place.Domain(domain), role));
    }

    @DELETE
    @Path("/{role}")
    public void take(String domain, String kind, String holder, String role) {
        grants.take(new Grant(Holder.of(kind, holder), new Place.Domain(domain), role));
    }
}
