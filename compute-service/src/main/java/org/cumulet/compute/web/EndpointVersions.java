package org.cumulet.compute.web;

import jakarta.ws.rs.container.ResourceInfo;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Since;
import org.cumulet.api.version.Until;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// An endpoint that does not exist at the version spoken is a path that does not exist.
class EndpointVersions {

    private static final String OURS = "org.cumulet.compute";

    @ServerRequestFilter(priority = 1050)
    public void exists(ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method == null || !method.getDeclaringClass().getPackageName().startsWith(OURS)) {
            return;
        }
        if (!holds(method.getAnnotation(Since.class), method.getAnnotation(Until.class))) {
            throw Fault.NotFound.saying("The resource could not be found.");
        }
    }

    /// True when the version spoken lies between these.
    static boolean holds(
            @org.jspecify.annotations.Nullable Since since, @org.jspecify.annotations.Nullable Until until) {
        var spoken = Microversion.current().orElse(ComputeVersions.MAXIMUM);
        return (since == null || spoken.compareTo(Microversion.of(since.value())) >= 0)
                && (until == null || spoken.compareTo(Microversion.of(until.value())) <= 0);
    }
}
