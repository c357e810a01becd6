package org.cumulet.api.version;

import io.quarkus.arc.All;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Agrees with the caller on a microversion, and says in every answer which one it was.
class Negotiation {

    private static final String HEADER = "OpenStack-API-Version";
    private static final String SERVICE = "cumulet.microversioned";

    private final List<Microversioned> services;

    Negotiation(@All List<Microversioned> services) {
        this.services = services;
    }

    @ServerRequestFilter(preMatching = true, priority = 10)
    public void agree(ContainerRequestContext request) {
        var path = request.getUriInfo().getRequestUri().getPath();
        for (var service : services) {
            if (path.startsWith(service.path() + "/") || path.equals(service.path())) {
                request.setProperty(SERVICE, service);
                request.setProperty(Microversion.PROPERTY, service.minimum());
                request.setProperty(Microversion.PROPERTY, version(service, asked(service, request)));
            }
        }
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(SERVICE) instanceof Microversioned service) {
            var version = request.getProperty(Microversion.PROPERTY);
            var vary = new ArrayList<Object>(List.of(HEADER));
            response.getHeaders().putSingle(HEADER, service.type() + " " + version);
            for (var older : service.olderHeaders()) {
                response.getHeaders().putSingle(older, String.valueOf(version));
                vary.add(older);
            }
            response.getHeaders().put("Vary", vary);
        }
    }

    private static Optional<String> asked(Microversioned service, ContainerRequestContext request) {
        for (var line : request.getHeaders().getOrDefault(HEADER, List.of())) {
            for (var part : line.split(",", -1)) {
                var words = part.strip().split("\\s+");
                if (words.length == 2 && words[0].equalsIgnoreCase(service.type())) {
                    return Optional.of(words[1]);
                }
            }
        }
        return service.olderHeaders().stream()
                .flatMap(name -> Optional.ofNullable(request.getHeaderString(name)).stream())
                .map(String::strip)
                .findFirst();
    }

    private static Microversion version(Microversioned service, Optional<String> asked) {
        if (asked.isEmpty()) {
            return service.minimum();
        }
        if (asked.get().equals("latest")) {
            return service.maximum();
        }
        var version = Microversion.parse(asked.get())
                .orElseThrow(() -> new Fault.BadRequest(
                        "API Version String %s is of invalid format. Must be of format MajorNum.MinorNum."
                                .formatted(printable(asked.get()))));
        if (version.compareTo(service.minimum()) < 0 || version.compareTo(service.maximum()) > 0) {
            throw new Fault.NotAcceptable(
                    "Version %s is not supported by the API. Minimum is %s and maximum is %s."
                            .formatted(version, service.minimum(), service.maximum()),
                    service.minimum().toString(),
                    service.maximum().toString());
        }
        return version;
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(text.length(), 40)).replaceAll("\\p{Cntrl}", "?");
    }
}
