package org.cumulet.auth;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/// Puts a service's own token on what it asks of others: beside the caller's, where it asks in the name of one. A
/// service makes its own by
/// `new ServiceAuth("compute", tokens)` and hands it to its REST clients.
public final class ServiceAuth implements ClientRequestFilter, ClientResponseFilter {

    private final String service;
    private final ServiceTokens tokens;

    public ServiceAuth(String service, ServiceTokens tokens) {
        this.service = service;
        this.tokens = tokens;
    }

    @Override
    public void filter(ClientRequestContext request) {
        var headers = request.getHeaders();
        if (headers.containsKey(Authentication.HEADER)) {
            tokens.find(service).ifPresent(ours -> headers.putSingle(Authentication.SERVICE_HEADER, ours));
        } else {
            headers.putSingle(Authentication.HEADER, tokens.of(service));
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getStatus() == 401) {
            tokens.refused(service, String.valueOf(request.getHeaders().getFirst(Authentication.HEADER)));
        }
    }
}
