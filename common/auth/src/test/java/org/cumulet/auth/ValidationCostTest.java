package org.cumulet.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cumulet.auth.Revocation.Kind;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.Test;

/// What it costs a service to know a token again, which it does with every request. Security case 2.
class ValidationCostTest {

    private static final int REVOCATIONS = 100_000;
    private static final int ROUNDS = 10;
    private static final int TOKENS_PER_ROUND = 20_000;
    private static final Duration MOST = Duration.ofNanos(50_000);

    private final EllipticCurveJsonWebKey key = Tokens.key("k1");
    private final Revocations revocations = new Revocations(Duration.ofDays(1));
    private final TokenVerifier verifier = new TokenVerifier(
            new TokenKeys(
                    "http://127.0.0.1:1/none",
                    Optional.of("{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}")),
            revocations,
            Clock.systemUTC());
    private final String token =
            Tokens.sign(key, Tokens.caller(Tokens.project("p1"), Instant.now(), Duration.ofHours(1), "member"));

    @Test
    void isLittleWhateverWasRevoked() {
        var nothing = best();
        revokeMany();
        var many = best();
        System.out.printf(
                "validation in-process, p99: %.1f µs with nothing revoked, %.1f µs with %d things revoked%n",
                nothing.toNanos() / 1e3, many.toNanos() / 1e3, REVOCATIONS);
        assertThat(nothing).isLessThan(MOST);
        assertThat(many).isLessThan(MOST);
    }

    @Test
    void doesNotGrowWithTheHistoryOfOneThing() {
        IntStream.range(0, REVOCATIONS)
                .forEach(i -> revocations.add(
                        new Revocation(Kind.USER, "u" + i % 10, Instant.now().plusNanos(i))));
        assertThat(revocations.size()).isEqualTo(10);
    }

    private void revokeMany() {
        for (var i = 0; i < REVOCATIONS; i++) {
            revocations.add(new Revocation(Kind.TOKEN, UUID.randomUUID().toString(), Instant.now()));
        }
    }

    /// The least of several, since other work on the machine only adds.
    private Duration best() {
        var least = IntStream.range(0, ROUNDS).mapToLong(_ -> p99()).min().orElseThrow();
        return Duration.ofNanos(least);
    }

    private long p99() {
        var nanos = new long[TOKENS_PER_ROUND];
        for (var i = 0; i < nanos.length; i++) {
            var start = System.nanoTime();
            verifier.verify(token);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length * 99 / 100];
    }
}
