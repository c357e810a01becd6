package org.cumulet.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/// Says who a token is, in this process. A signature is checked once and remembered for minutes; whether the token was
/// revoked or has expired is asked every time.
@Singleton
public class TokenVerifier {

    private static final Logger LOG = Logger.getLogger(TokenVerifier.class);
    private static final int LONGEST = 8192;
    private static final int REMEMBERED = 20_000;

    private final JwtConsumer reader;
    private final Revocations revocations;
    private final Clock clock;
    private final Cache<String, Caller> known;

    @Inject
    TokenVerifier(TokenKeys keys, Revocations revocations) {
        this(keys, revocations, Clock.systemUTC());
    }

    TokenVerifier(TokenKeys keys, Revocations revocations, Clock clock) {
        this.revocations = revocations;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(Duration.ofMinutes(10))
                .build();
        this.reader = new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys.resolver())
                .setJwsProviderContext(P256.context())
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setRequireSubject()
                .build();
    }

    /// Who this token is.
    ///
    /// @throws Fault.Unauthorized for a token that is not ours, has expired or was revoked
    /// @throws Fault.Unavailable when identity's keys cannot be had
    public Caller verify(String token) {
        return find(token).orElseThrow(Fault.Unauthorized::new);
    }

    /// Who this token is; empty for one that is not ours, has expired or was revoked.
    public Optional<Caller> find(String token) {
        return read(token)
                .filter(caller -> clock.instant().isBefore(caller.expiresAt()))
                .filter(caller -> !revocations.covers(caller));
    }

    /// What a token of ours says, even when it has expired or was revoked.
    public Optional<Caller> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        var remembered = known.getIfPresent(token);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var caller = signed(token);
        caller.ifPresent(it -> known.put(token, it));
        return caller;
    }

    private Optional<Caller> signed(String token) {
        try {
            return Optional.of(TokenFormat.read(reader.processToClaims(token)));
        } catch (InvalidJwtException e) {
            if (e.getCause() instanceof UnresolvableKeyException
                    && e.getCause().getCause() instanceof java.io.IOException) {
                LOG.warnf(
                        "identity's public keys cannot be fetched: %s",
                        e.getCause().getCause().getMessage());
                throw new Fault.Unavailable("Identity cannot be reached to verify the token; try again.").because(e);
            }
            return Optional.empty();
        } catch (MalformedClaimException | RuntimeException e) {
            LOG.debug("a token signed by us cannot be read", e);
            return Optional.empty();
        }
    }
}
