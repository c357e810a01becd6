package org.cumulet.testing.auth;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Makes the service under test believe in the tokens of [TestTokens].
public class TokensResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("cumulet.auth.jwks", "{\"keys\":[" + TestTokens.PUBLIC_KEY + "]}");
    }

    @Override
    public void stop() {}
}
