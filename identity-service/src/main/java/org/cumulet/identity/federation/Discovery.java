package org.cumulet.identity.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;

/// Where a provider says it can be asked what (OpenID Connect Discovery 1.0).
record Discovery(URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri) {

    /// @throws IOException when it speaks of another issuer, or leaves something out
    static Discovery of(String issuer, JsonNode document) throws IOException {
        if (!issuer.equals(document.path("issuer").asText())) {
            throw new IOException("%s calls itself %s".formatted(issuer, document.path("issuer")));
        }
        return new Discovery(
                address(document, "authorization_endpoint"),
                address(document, "token_endpoint"),
                address(document, "jwks_uri"));
    }

    private static URI address(JsonNode document, String key) throws IOException {
        try {
            return ProviderCalls.safe(document.path(key).asText());
        } catch (IllegalArgumentException e) {
            throw new IOException("%s: %s".formatted(key, e.getMessage()), e);
        }
    }
}
