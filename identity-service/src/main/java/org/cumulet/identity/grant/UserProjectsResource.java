package org.cumulet.identity.grant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.identity.project.ProjectView;
import org.cumulet.identity.wire.Links;

/// `/v3/users/{user}/projects`: where a user holds roles.
@Path("/identity/v3/users/{user}/projects")
@RunOnVirtualThread
class UserProjectsResource {

    private final UserProjectsService projects;
    private final Links links;

    UserProjectsResource(UserProjectsService projects, Links links) {
        this.projects = projects;
        this.links = links;
    }

    @GET
    public ProjectView.Many list(String user) {
        return ProjectView.Many.of(projects.list(user), links);
    }
}
