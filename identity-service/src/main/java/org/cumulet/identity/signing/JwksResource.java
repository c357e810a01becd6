package org.cumulet.identity.signing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.cumulet.auth.NoToken;

/// `/v3/jwks`: the public keys by which every service verifies tokens for itself.
@Path("/identity/v3/jwks")
@RunOnVirtualThread
@NoToken
class JwksResource {

    private final SigningService keys;

    JwksResource(SigningService keys) {
        this.keys = keys;
    }

    @GET
    public Jwks list() {
        return new Jwks(keys.published());
    }

    record Jwks(List<Map<String, Object>> keys) {}
}
