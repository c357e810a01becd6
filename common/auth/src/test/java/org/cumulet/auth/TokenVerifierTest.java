package org.cumulet.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cumulet.auth.Revocation.Kind;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {

    private static final EllipticCurveJsonWebKey KEY = Tokens.key("k1");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private final Revocations revocations = new Revocations(Duration.ofDays(1));

    TokenVerifier at(Instant moment) {
        var keys = new TokenKeys(
                "http://127.0.0.1:1/none",
                Optional.of("{\"keys\":[" + KEY.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}"));
        return new TokenVerifier(keys, revocations, Clock.fixed(moment, ZoneOffset.UTC));
    }

    static Caller caller(Scope scope) {
        return Tokens.caller(scope, NOON, Duration.ofHours(1), "member", "reader");
    }

    @Nested
    class AToken {
        @Test
        void saysWhatWasSignedForEveryScope() {
            for (var scope : new Scope[] {
                Tokens.project("p1"), new Scope.Domain("d1", "Home"), new Scope.System(), new Scope.Unscoped()
            }) {
                var caller = caller(scope);
                assertThat(at(NOON).find(Tokens.sign(KEY, caller))).contains(caller);
            }
        }

        @Test
        void endsAtItsEnd() {
            var token = Tokens.sign(KEY, caller(Tokens.project("p1")));
            assertThat(at(NOON.plus(Duration.ofMinutes(59))).find(token)).isPresent();
            assertThat(at(NOON.plus(Duration.ofMinutes(60))).find(token)).isEmpty();
        }

        @Test
        void canStillBeReadAfterItsEnd() {
            var caller = caller(Tokens.project("p1"));
            assertThat(at(NOON.plus(Duration.ofDays(1))).read(Tokens.sign(KEY, caller)))
                    .contains(caller);
        }
    }

    @Nested
    class ARevocation {

        private final Caller caller = caller(Tokens.project("p1"));

        boolean killed(Kind kind, String id, Instant notBefore) {
            revocations.add(new Revocation(kind, id, notBefore));
            return at(NOON).find(Tokens.sign(KEY, caller)).isEmpty();
        }

        @Test
        void killsByUser() {
            assertThat(killed(Kind.USER, "u1", NOON)).isTrue();
        }

        @Test
        void killsByProject() {
            assertThat(killed(Kind.PROJECT, "p1", NOON)).isTrue();
        }

        @Test
        void killsByTheDomainOfTheUser() {
            assertThat(killed(Kind.DOMAIN, "d1", NOON)).isTrue();
        }

        @Test
        void killsByTheDomainOfTheProject() {
            assertThat(killed(Kind.DOMAIN, "d2", NOON)).isTrue();
        }

        @Test
        void killsOneToken() {
            assertThat(killed(Kind.TOKEN, caller.auditIds().getFirst(), NOON)).isTrue();
        }

        @Test
        void killsAWholeChain() {
            assertThat(killed(Kind.CHAIN, "first", NOON)).isTrue();
        }

        @Test
        void killsByApplicationCredential() {
            assertThat(killed(Kind.APPLICATION_CREDENTIAL, "credential-1", NOON))
                    .isTrue();
        }

        @Test
        void ofSomebodyElseChangesNothing() {
            assertThat(killed(Kind.USER, "u2", NOON)).isFalse();
        }

        @Test
        void sparesATokenIssuedOneMicrosecondLater() {
            assertThat(killed(Kind.USER, "u1", NOON.minusNanos(1000))).isFalse();
        }

        @Test
        void isNotTakenBackByAnOlderOne() {
            revocations.add(new Revocation(Kind.USER, "u1", NOON));
            assertThat(killed(Kind.USER, "u1", NOON.minusSeconds(10))).isTrue();
        }

        @Test
        void costsOneEntryPerThingHoweverOftenItIsRepeated() {
            for (var i = 0; i < 1000; i++) {
                revocations.add(new Revocation(Kind.USER, "u1", NOON.plusSeconds(i)));
            }
            assertThat(revocations.size()).isEqualTo(1);
        }
    }
}
