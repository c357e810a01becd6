package org.cumulet.inventory.placement;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.cumulet.api.version.Microversion;
import org.cumulet.events.Service;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Whatever is read is as old as its answer, and is not to be kept.
class CacheHeaders {

    private static final String OURS = "/placement/";

    private final Clock clock;

    CacheHeaders(@Service("inventory") Clock clock) {
        this.clock = clock;
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals("GET")
                && response.getStatus() < 300
                && request.getUriInfo().getRequestUri().getPath().startsWith(OURS)
                && Microversion.atLeast(PlacementVersions.CACHE_HEADERS)) {
            var now =
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
            response.getHeaders().putSingle(HttpHeaders.LAST_MODIFIED, now);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
    }
}
