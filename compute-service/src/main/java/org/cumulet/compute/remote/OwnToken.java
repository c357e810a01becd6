package org.cumulet.compute.remote;

import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import org.cumulet.auth.ServiceAuth;
import org.cumulet.auth.ServiceTokens;

/// Asks in the name of the compute service.
@Singleton
public class OwnToken implements ClientRequestFilter, ClientResponseFilter {

    private final ServiceAuth own;

    OwnToken(ServiceTokens tokens) {
        this.own = new ServiceAuth("compute", tokens);
    }

    @Override
    public void filter(ClientRequestContext request) {
        own.filter(request);
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        own.filter(request, response);
    }
}
