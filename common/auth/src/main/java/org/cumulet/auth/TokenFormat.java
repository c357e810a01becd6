package org.cumulet.auth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/// How a caller is written into a token, and read from it. Names are short, since a token travels with every request.
final class TokenFormat {

    private TokenFormat() {}

    static JwtClaims write(Caller caller) {
        var claims = new JwtClaims();
        claims.setSubject(caller.user().id());
        claims.setClaim("un", caller.user().name());
        claims.setClaim("ud", caller.user().domainId());
        claims.setClaim("udn", caller.user().domainName());
        claims.setClaim("iu", micros(caller.issuedAt()));
        claims.setClaim("eu", micros(caller.expiresAt()));
        claims.setClaim("r", List.copyOf(caller.roles()));
        claims.setClaim("m", caller.methods());
        claims.setClaim("a", caller.auditIds());
        if (caller.applicationCredential() != null) {
            claims.setClaim("ac", caller.applicationCredential());
        }
        if (caller.trust() != null) {
            var trust = caller.trust();
            claims.setClaim("t", List.of(trust.id(), trust.trustor(), trust.trustee()));
            claims.setClaim("ti", trust.impersonation());
        }
        if (caller.accessRules() != null) {
            claims.setClaim(
                    "ar",
                    caller.accessRules().stream()
                            .map(rule -> List.of(rule.service(), rule.method(), rule.path()))
                            .toList());
        }
        if (caller.federation() != null) {
            claims.setClaim(
                    "f",
                    List.of(caller.federation().provider(), caller.federation().protocol()));
        }
        switch (caller.scope()) {
            case Scope.Project(var id, var name, var domainId, var domainName) ->
                claims.setClaim("p", List.of(id, name, domainId, domainName));
            case Scope.Domain(var id, var name) -> claims.setClaim("d", List.of(id, name));
            case Scope.System _ -> claims.setClaim("s", true);
            case Scope.Unscoped _ -> {}
        }
        return claims;
    }

    static Caller read(JwtClaims claims) throws MalformedClaimException {
        var user = new Caller.User(claims.getSubject(), text(claims, "un"), text(claims, "ud"), text(claims, "udn"));
        return new Caller(
                user,
                scope(claims),
                Set.copyOf(claims.getStringListClaimValue("r")),
                claims.getStringListClaimValue("m"),
                claims.getStringListClaimValue("a"),
                instant(claims, "iu"),
                instant(claims, "eu"),
                credential(claims),
                trust(claims),
                accessRules(claims),
                federation(claims));
    }

    private static Caller.@Nullable Federation federation(JwtClaims claims) throws MalformedClaimException {
        if (!claims.hasClaim("f")) {
            return null;
        }
        var federation = claims.getStringListClaimValue("f");
        return new Caller.Federation(federation.get(0), federation.get(1));
    }

    private static Scope scope(JwtClaims claims) throws MalformedClaimException {
        if (claims.hasClaim("p")) {
            var project = claims.getStringListClaimValue("p");
            return new Scope.Project(project.get(0), project.get(1), project.get(2), project.get(3));
        }
        if (claims.hasClaim("d")) {
            var domain = claims.getStringListClaimValue("d");
            return new Scope.Domain(domain.get(0), domain.get(1));
        }
        return claims.hasClaim("s") ? new Scope.System() : new Scope.Unscoped();
    }

    private static @Nullable String credential(JwtClaims claims) throws MalformedClaimException {
        return claims.hasClaim("ac") ? text(claims, "ac") : null;
    }

    private static Caller.@Nullable Trust trust(JwtClaims claims) throws MalformedClaimException {
        if (!claims.hasClaim("t")) {
            return null;
        }
        var trust = claims.getStringListClaimValue("t");
        return new Caller.Trust(trust.get(0), trust.get(1), trust.get(2), claims.getClaimValue("ti", Boolean.class));
    }

    private static @Nullable List<AccessRule> accessRules(JwtClaims claims) throws MalformedClaimException {
        if (!claims.hasClaim("ar")) {
            return null;
        }
        return ((List<?>) claims.getClaimValue("ar", List.class))
                .stream().map(TokenFormat::accessRule).toList();
    }

    private static AccessRule accessRule(Object claim) {
        var rule = (List<?>) claim;
        return new AccessRule((String) rule.get(0), (String) rule.get(1), (String) rule.get(2));
    }

    private static String text(JwtClaims claims, String name) throws MalformedClaimException {
        return claims.getClaimValue(name, String.class);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static Instant instant(JwtClaims claims, String name) throws MalformedClaimException {
        var micros = claims.getClaimValue(name, Number.class).longValue();
        return Instant.ofEpochSecond(
                TimeUnit.MICROSECONDS.toSeconds(micros), TimeUnit.MICROSECONDS.toNanos(micros % 1_000_000));
    }
}
