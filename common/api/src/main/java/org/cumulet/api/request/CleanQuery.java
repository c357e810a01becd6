package org.cumulet.api.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.cumulet.api.fault.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Nothing that is kept holds a NUL, so nothing is asked for by one: databases would stumble over it.
public class CleanQuery {

    @ServerRequestFilter(preMatching = true)
    public void refuseNul(ContainerRequestContext request) {
        var query = request.getUriInfo().getRequestUri().getRawQuery();
        if (query != null && query.contains("%00")) {
            throw new Fault.BadRequest("The query of the request is malformed.");
        }
    }
}
