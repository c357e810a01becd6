package org.cumulet.inventory.placement;

import jakarta.ws.rs.container.ResourceInfo;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Since;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// An endpoint that does not exist at the version spoken is a path that does not exist.
class EndpointVersions {

    private static final String OURS = "org.cumulet.inventory.placement";

    @ServerRequestFilter(priority = 1050)
    public void exists(ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method == null || !method.getDeclaringClass().getPackageName().startsWith(OURS)) {
            return;
        }
        var since = method.getAnnotation(Since.class);
        if (since != null && !Microversion.atLeast(Microversion.of(since.value()))) {
            throw Fault.NotFound.saying("The resource could not be found.");
        }
    }
}
