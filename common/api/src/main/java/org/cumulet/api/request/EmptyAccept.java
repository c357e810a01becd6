package org.cumulet.api.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

/// Who sends an empty `Accept`, as `openstack console log show` does, takes anything: as if it were not there.
@ApplicationScoped
class EmptyAccept {

    private static final int EARLY = 1000;

    void listen(@Observes Filters filters) {
        filters.register(EmptyAccept::forget, EARLY);
    }

    private static void forget(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.isBlank()) {
            context.request().headers().remove(HttpHeaders.ACCEPT);
        }
        context.next();
    }
}
