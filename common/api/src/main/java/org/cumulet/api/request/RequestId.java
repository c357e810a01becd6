package org.cumulet.api.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Every request has an id, `req-<uuid>`: in the answer, in every log line, in what it causes.
public class RequestId {

    public static final String HEADER = "x-openstack-request-id";
    private static final String PROPERTY = "cumulet.request-id";
    private static final String FIELD = "request_id";
    private static final Pattern FORM =
            Pattern.compile("req-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /// A new id.
    public static String fresh() {
        return "req-" + UUID.randomUUID();
    }

    /// True for `req-<uuid>` and nothing else: ids go into headers and logs.
    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /// The id of a request in flight.
    public static String of(ContainerRequestContext request) {
        return String.valueOf(request.getProperty(PROPERTY));
    }

    @ServerRequestFilter(preMatching = true, priority = 0)
    public void name(ContainerRequestContext request) {
        var given = request.getHeaderString(HEADER);
        var id = given != null && isWellFormed(given) ? given : fresh();
        request.setProperty(PROPERTY, id);
        MDC.put(FIELD, id);
    }

    @ServerResponseFilter
    public void answer(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PROPERTY) instanceof String id) {
            response.getHeaders().putSingle(HEADER, id);
        }
        MDC.remove(FIELD);
    }
}
