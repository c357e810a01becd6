package org.cumulet.identity.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.audit.AuditEvent.Host;
import org.cumulet.identity.audit.AuditEvent.Party;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// Sees to it that every login and every change, and every attempt at one, is written down.
class AuditFilter {

    private static final String ROOT = "/identity/v3/";
    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_AGENT = 255;

    private final AuditService audit;
    private final CurrentCaller caller;
    private final Suspect suspect;
    private final Event<Changed> changed;
    private final ObjectMapper json;

    AuditFilter(AuditService audit, CurrentCaller caller, Suspect suspect, Event<Changed> changed, ObjectMapper json) {
        this.audit = audit;
        this.caller = caller;
        this.suspect = suspect;
        this.changed = changed;
        this.json = json;
    }

    @ServerResponseFilter
    public void record(
            ContainerRequestContext request,
            ContainerResponseContext response,
            @Nullable ResourceInfo resource,
            HttpServerRequest wire) {
        var path = request.getUriInfo().getRequestUri().getPath();
        var nobodysBusiness = resource == null || resource.getResourceMethod() == null;
        if (!path.startsWith(ROOT) || nobodysBusiness) {
            return;
        }
        var below = path.substring(ROOT.length()).replaceAll("/+$", "");
        if (!CHANGES.contains(request.getMethod()) && !Deed.isVisit(below)) {
            return;
        }
        var deed = Deed.of(request.getMethod(), below);
        if (!deed.isLogin()) {
            changed.fire(new Changed());
        }
        var from = new Host(wire.remoteAddress().hostAddress(), agent(request));
        var who = caller.known().map(it -> it.userId()).or(suspect::userId).orElse("unknown");
        audit.record(
                deed.action(),
                new Party(who, "service/security/account/user", from),
                deed.target(deed.isLogin() ? who : id(deed, response.getEntity())),
                request.getMethod() + " " + path,
                response.getStatus());
    }

    private static @Nullable String agent(ContainerRequestContext request) {
        var agent = request.getHeaderString("User-Agent");
        return agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }

    /// Of what was made, the answer has the id.
    private String id(Deed deed, @Nullable Object answer) {
        if (!deed.makes() || answer == null) {
            return deed.id();
        }
        for (var made : json.<com.fasterxml.jackson.databind.JsonNode>valueToTree(answer)) {
            if (made.path("id").isTextual()) {
                return made.path("id").asText();
            }
        }
        return deed.id();
    }
}
