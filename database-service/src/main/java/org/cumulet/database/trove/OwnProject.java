package org.cumulet.database.trove;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// The project in the address is the caller's own.
class OwnProject {

    private static final String FACE = "/database/v1.0/";

    private final CurrentCaller caller;

    OwnProject(CurrentCaller caller) {
        this.caller = caller;
    }

    /// After the caller is known.
    @ServerRequestFilter(priority = 2000)
    public void check(ContainerRequestContext request) {
        var project = request.getUriInfo().getPathParameters().getFirst("project_id");
        if (project != null
                && request.getUriInfo().getRequestUri().getPath().startsWith(FACE)
                && !project.equals(caller.project())) {
            throw new Fault.Forbidden("The project in the address is not the one of the token.");
        }
    }
}
