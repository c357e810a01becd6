package org.cumulet.identity.grant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.role.RoleView;
import org.cumulet.identity.wire.Links;

/// `/v3/projects/…/roles`: who holds what in a project.
@Path("/identity/v3/projects/{project}/{kind: users|groups}/{holder}/roles")
@RunOnVirtualThread
class ProjectGrantResource {

    private final GrantService grants;
    private final Links links;

    ProjectGrantResource(GrantService grants, Links links) {
        this.grants = grants;
        this.links = links;
    }

    @GET
    public RoleView.Many list(String project, String kind, String holder) {
        return RoleView.Many.of(grants.list(Holder.of(kind, holder), new Place.Project(project), false), links);
    }

    @GET
    @Path("/{role}")
    public void check(String project, String kind, String holder, String role) {
        grants.mustExist(new Grant(Holder.of(kind, holder), new Place.Project(project), role));
    }

    @PUT
    @Path("/{role}")
    public void give(String project, String kind, String holder, String role) {
        grants.give(new Grant(Holder.of(kind, holder), new Place.Project(project), role));
    }

    @DELETE
    @Path("/{role}")
    public void take(String project, String kind, String holder, String role) {
        grants.take(new Grant(Holder.of(kind, holder), new Place.Project(project), role));
    }
}
