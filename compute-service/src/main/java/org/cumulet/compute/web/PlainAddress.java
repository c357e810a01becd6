package org.cumulet.compute.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;
import org.cumulet.api.fault.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// An address with a zero byte in it names nothing: no id, name or filter has one, and no database takes it.
class PlainAddress {

    @ServerRequestFilter(preMatching = true, priority = 20)
    public void check(ContainerRequestContext request) {
        var address = request.getUriInfo().getRequestUri();
        if (address.getRawPath().startsWith("/compute")
                && address.toString().toLowerCase(Locale.ROOT).contains("%00")) {
            throw new Fault.BadRequest("Malformed request URL: it has a zero byte in it.");
        }
    }
}
