package org.cumulet.auth;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/// Identity's public keys: fetched once, again when a token names a key we do not know (at most once a second).
@Singleton
class TokenKeys {

    private final VerificationKeyResolver resolver;

    /// @param address where identity publishes its keys
    /// @param given keys given as text instead (JWKS), for those who do not want to ask
    TokenKeys(
            @ConfigProperty(name = "cumulet.auth.jwks-url") String address,
            @ConfigProperty(name = "cumulet.auth.jwks") Optional<String> given) {
        var published = given.map(TokenKeys::fixed).orElseGet(() -> fetched(address));
        this.resolver = (token, nesting) -> P256.translated(published.resolveKey(token, nesting));
    }

    VerificationKeyResolver resolver() {
        return resolver;
    }

    private static VerificationKeyResolver fetched(String address) {
        var keys = new HttpsJwks(address);
        keys.setDefaultCacheDuration(Duration.ofMinutes(10).toSeconds());
        keys.setRefreshReprieveThreshold(Duration.ofSeconds(1).toMillis());
        keys.setRetainCacheOnErrorDuration(Duration.ofHours(1).toSeconds());
        return new HttpsJwksVerificationKeyResolver(keys);
    }

    private static VerificationKeyResolver fixed(String jwks) {
        try {
            return new JwksVerificationKeyResolver(List.copyOf(new JsonWebKeySet(jwks).getJsonWebKeys()));
        } catch (JoseException e) {
            throw new IllegalStateException("cumulet.auth.jwks is not a JSON Web Key Set", e);
        }
    }
}
