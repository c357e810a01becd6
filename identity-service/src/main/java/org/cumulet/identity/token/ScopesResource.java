package org.cumulet.identity.token;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.domain.DomainView;
import org.cumulet.identity.project.ProjectView;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;

/// `/v3/auth/projects`, `domains` and `system`: what the caller could scope to.
@Path("/identity/v3/auth")
@RunOnVirtualThread
class ScopesResource {

    private final ScopesService scopes;
    private final Links links;

    ScopesResource(ScopesService scopes, Links links) {
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

    @GET
    @Path("/system")
    public Systems system() {
        return new Systems(
                scopes.hasSystem() ? List.of(Map.of("all", true)) : List.of(),
                Listed.of(new Page<>(List.of(), false), links));
    }

    record Systems(
            List<Map<String, Boolean>> system,
            @JsonUnwrapped Listed listed) {}
}
