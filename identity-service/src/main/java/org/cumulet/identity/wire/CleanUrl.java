package org.cumulet.identity.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.cumulet.api.fault.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// A NUL in a URL names nothing that could be kept, so nothing that could be found.
class CleanUrl {

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri().toString();
        if (uri.contains("%00") && request.getUriInfo().getPath().startsWith("/identity")) {
            throw new Fault.BadRequest("The URL contains a NUL.");
        }
    }
}
