package org.cumulet.compute.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.request.RequestId;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.NoToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/// The forms a path may have beside the plain one: with the caller's project in it, and below `/v2`, which is v2.1 as
/// it was before it had microversions.
class ProjectPath {

    private static final String PROJECT = "cumulet.compute.project-in-path";
    private static final String VERSION = "cumulet.compute.version-in-path";
    private static final Pattern FORM =
            Pattern.compile("/compute/(?<version>v2\\.1|v2)(?:/(?<project>[0-9a-f-]{8,64}))?(?<rest>/.*|)");

    private final CurrentCaller caller;

    ProjectPath(CurrentCaller caller) {
        this.caller = caller;
    }

    /// The version segment of the request in flight: `v2.1`.
    static String version() {
        return property(VERSION).orElse("v2.1");
    }

    /// The project of the request in flight, if its path has one.
    static Optional<String> project() {
        return property(PROJECT);
    }

    @ServerRequestFilter(preMatching = true, priority = 5)
    public void shorten(ContainerRequestContext request) {
        var asked = request.getUriInfo().getRequestUri();
        var match = FORM.matcher(asked.getRawPath());
        if (!match.matches()) {
            return;
        }
        request.setProperty(VERSION, match.group("version"));
        if (match.group("version").equals("v2")) {
            request.getHeaders().remove("OpenStack-API-Version");
            request.getHeaders().remove("X-OpenStack-Nova-API-Version");
        }
        if (match.group("project") != null) {
            request.setProperty(PROJECT, match.group("project"));
        }
        var isOldRoot =
                match.group("version").equals("v2") && match.group("rest").length() < 2;
        var plain = (isOldRoot ? "/compute/v2" : "/compute/v2.1") + match.group("rest");
        if (!plain.equals(asked.getRawPath())) {
            request.setRequestUri(UriBuilder.fromUri(asked).replacePath(plain).build());
        }
    }

    @ServerRequestFilter(priority = 1100)
    public void compare(ContainerRequestContext request, ResourceInfo resource) {
        if (!(request.getProperty(PROJECT) instanceof String asked)
                || resource.getResourceClass().isAnnotationPresent(NoToken.class)) {
            return;
        }
        var own = caller.get().projectId().orElse("");
        if (!own.equals(asked)) {
            throw new Fault.BadRequest(
                    "Malformed request URL: URL's project_id '%s' doesn't match Context's project_id '%s'"
                            .formatted(asked, own));
        }
    }

    @ServerResponseFilter
    public void answer(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getRequestUri().getPath().startsWith("/compute")) {
            response.getHeaders().putSingle("x-compute-request-id", RequestId.of(request));
        }
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable((String) CurrentRequestManager.get().getProperty(name));
    }
}
