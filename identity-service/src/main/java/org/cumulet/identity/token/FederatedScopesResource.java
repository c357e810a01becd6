package org.cumulet.identity.token;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.identity.domain.DomainView;
import org.cumulet.identity.project.ProjectView;
import org.cumulet.identity.wire.Links;

/// `/v3/OS-FEDERATION/projects` and `domains`: what the caller could scope to, as `/v3/auth/…` says it.
@Path("/identity/v3/OS-FEDERATION")
@RunOnVirtualThread
class FederatedScopesResource {

    private final ScopesService scopes;
    private final Links links;

    FederatedScopesResource(ScopesService scopes, Links links) {
        this.scopes = scopes;
        this.links = links;
    }

    @GET
    @Path("/projects")
    public ProjectView.Many projects() {
        return ProjectView.Many.of(scopes.projects(), links);
    }

    @GET
    @Path("/domains")
    public DomainView.Many domains() {
        return DomainView.Many.of(scopes.domains(), links);
    }
}
