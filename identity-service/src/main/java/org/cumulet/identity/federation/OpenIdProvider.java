package org.cumulet.identity.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.EDDSA;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA512;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/// One OpenID Connect provider that the settings name: reads its tokens, and logs people in at it.
final class OpenIdProvider {

    private static final Logger LOG = Logger.getLogger(OpenIdProvider.class);

    /// Signatures that only the provider can make: never one with a key that we would share with it.
    private static final AlgorithmConstraints SIGNATURES = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            RSA_USING_SHA256,
            RSA_USING_SHA384,
            RSA_USING_SHA512,
            RSA_PSS_USING_SHA256,
            RSA_PSS_USING_SHA384,
            RSA_PSS_USING_SHA512,
            ECDSA_USING_P256_CURVE_AND_SHA256,
            ECDSA_USING_P384_CURVE_AND_SHA384,
            ECDSA_USING_P521_CURVE_AND_SHA512,
            EDDSA);

    private static final int LONGEST = 32_768;
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /// Tokens with unknown keys make us look for new ones no more often than this.
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final FederationSettings.Provider settings;
    private final ProviderCalls calls = new ProviderCalls();
    private final LoadingCache<String, Known> known =
            Caffeine.newBuilder().maximumSize(1).expireAfterWrite(REMEMBERED).build(_ -> discover());

    /// @throws IllegalArgumentException when others could listen to what is said with it
    OpenIdProvider(FederationSettings.Provider settings) {
        ProviderCalls.safe(settings.issuer());
        this.settings = settings;
    }

    private record Known(Discovery where, HttpsJwksVerificationKeyResolver keys) {}

    String issuer() {
        return settings.issuer();
    }

    /// What an access token says, or an identity token for us; empty when it is not good.
    ///
    /// @throws Fault.Unavailable when the provider's keys cannot be had
    Optional<Map<String, Object>> read(String token) {
        var audiences = settings.audiences().orElse(List.of(settings.clientId()));
        return claims(token, audiences).map(JwtClaims::getClaimsMap);
    }

    /// Where a browser goes to log in.
    ///
    /// @param redirectUri where it comes back to
    String loginAddress(WebLogin login, String redirectUri) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", redirectUri);
        query.put("scope", String.join(" ", settings.scopes()));
        query.put("state", login.state());
        query.put("nonce", login.nonce());
        query.put("code_challenge", login.challenge());
        query.put("code_challenge_method", "S256");
        var endpoint = known().where().authorizationEndpoint().toString();
        var text = new StringBuilder(endpoint).append(endpoint.contains("?") ? '&' : '?');
        query.forEach((key, value) -> text.append(key)
                .append('=')
                .append(ProviderCalls.encoded(value))
                .append('&'));
        return text.substring(0, text.length() - 1);
    }

    /// What the provider says of whom it gave this code to; empty when it was not in this login.
    ///
    /// @throws Fault.Unavailable when the provider does not answer
    Optional<Map<String, Object>> redeem(String code, WebLogin login, String redirectUri) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", login.verifier());
        if (settings.clientSecret().isEmpty()) {
            form.put("client_id", settings.clientId());
        }
        try {
            var answer = calls.post(known().where().tokenEndpoint(), form, authorization());
            return claims(answer.path("id_token").asText(), List.of(settings.clientId()))
                    .filter(claims -> login.nonce().equals(claims.getClaimValue("nonce")))
                    .filter(claims ->
                            !claims.hasClaim("azp") || settings.clientId().equals(claims.getClaimValue("azp")))
                    .map(JwtClaims::getClaimsMap);
        } catch (IOException e) {
            LOG.warnf("%s gives no token for a code: %s", issuer(), e.getMessage());
            return Optional.empty();
        }
    }

    private String authorization() {
        return settings.clientSecret()
                .map(secret -> ProviderCalls.encoded(settings.clientId()) + ":" + ProviderCalls.encoded(secret))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .orElse("");
    }

    private Optional<JwtClaims> claims(String token, List<String> audiences) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader(audiences).processToClaims(token));
        } catch (InvalidJwtException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException) {
                    throw unavailable(cause);
                }
            }
            LOG.infof("a token of %s is not good: %s", issuer(), e.getErrorDetails());
            return Optional.empty();
        }
    }

    private JwtConsumer reader(List<String> audiences) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(known().keys())
                .setJwsAlgorithmConstraints(SIGNATURES)
                .setExpectedIssuer(true, issuer())
                .setExpectedAudience(true, audiences.toArray(String[]::new))
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .build();
    }

    private Known known() {
        try {
            return known.get(issuer());
        } catch (UncheckedIOException e) {
            throw unavailable(e);
        }
    }

    private Known discover() {
        try {
            var base = issuer().replaceAll("/$", "");
            var where = Discovery.of(issuer(), calls.read(base + "/.well-known/openid-configuration"));
            var keys = new HttpsJwks(where.jwksUri().toString());
            keys.setSimpleHttpGet(calls);
            keys.setDefaultCacheDuration(REMEMBERED.toSeconds());
            keys.setRefreshReprieveThreshold(BETWEEN_LOOKS.toMillis());
            return new Known(where, new HttpsJwksVerificationKeyResolver(keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fault unavailable(Throwable cause) {
        LOG.warnf("%s cannot be asked: %s", issuer(), cause.getMessage());
        return new Fault.Unavailable("The identity provider cannot be reached; try again.").because(cause);
    }
}
