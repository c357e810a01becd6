package org.cumulet.image;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.cumulet.api.fault.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// How Glance reads requests, where that differs from how HTTP servers usually do.
class Manners {

    /// What the caller accepts, as it said.
    static final String ACCEPTED = "cumulet.image.accepted";

    private static final String PATH = "/image";

    /// Nothing is negotiated: whoever asks gets what there is. What it accepts only decides how a refusal is worded.
    @ServerRequestFilter(preMatching = true, priority = 20)
    public void answerWhateverIsAccepted(ContainerRequestContext request) {
        if (path(request).startsWith(PATH)) {
            var accept = request.getHeaderString(HttpHeaders.ACCEPT);
            request.setProperty(ACCEPTED, accept == null ? "" : accept);
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, "*/*");
        }
    }

    /// A thing with an empty name is not the list of all things.
    @ServerRequestFilter(preMatching = true, priority = 30)
    public void tellEmptyNamesFromLists(ContainerRequestContext request) {
        var path = path(request);
        if (path.startsWith(PATH + "/v2/") && path.endsWith("/")) {
            throw Fault.NotFound.saying("The resource could not be found.");
        }
    }

    private static String path(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getPath();
    }
}
