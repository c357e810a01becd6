package org.cumulet.testing.auth;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cumulet.auth.AccessRule;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Roles;
import org.cumulet.auth.Scope;
import org.cumulet.auth.TokenSigner;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/// Callers of every kind. The key below is public: nothing but tests believes in it.
public final class TestTokens {

    public static final String PROJECT = "11111111111111111111111111111111";
    public static final String OTHER_PROJECT = "22222222222222222222222222222222";
    public static final String USER = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public static final String OTHER_USER = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    static final String PUBLIC_KEY = """
            {"kty":"EC","kid":"test","crv":"P-256","x":"xvhZSqoL6liMj_XNEKqQ_r3VDG9_TwXIQ4bM3GiTJCg",\
            "y":"lzfMjjXeYyQmFe-CVTSqgodbOxVQ0gYw7B7WZm6stBI"}""";

    private static final String PRIVATE_PART = ",\"d\":\"XDNvL_Uz5_FlE2GF36TS8p4eSwF-NCKfvu2WzFr-K4o\"}";
    private static final TokenSigner SIGNER = new TokenSigner("test", privateKey());

    private TestTokens() {}

    /// `admin` in [#PROJECT].
    public static String admin() {
        return project(PROJECT, USER, Roles.ADMIN, Roles.MEMBER, Roles.READER);
    }

    /// `member` in [#PROJECT].
    public static String member() {
        return memberOf(PROJECT);
    }

    /// `reader` in [#PROJECT].
    public static String reader() {
        return project(PROJECT, USER, Roles.READER);
    }

    /// `member` in a project of somebody else's.
    public static String stranger() {
        return project(OTHER_PROJECT, OTHER_USER, Roles.MEMBER, Roles.READER);
    }

    public static String memberOf(String project) {
        return project(project, USER, Roles.MEMBER, Roles.READER);
    }

    /// One of our own services.
    public static String service() {
        return project(
                "99999999999999999999999999999999", OTHER_USER, Roles.SERVICE, Roles.ADMIN, Roles.MEMBER, Roles.READER);
    }

    public static String system(String... roles) {
        return SIGNER.sign(caller(USER, new Scope.System(), Duration.ofHours(1), roles));
    }

    public static String domain(String... roles) {
        return SIGNER.sign(caller(USER, new Scope.Domain("default", "Default"), Duration.ofHours(1), roles));
    }

    public static String unscoped() {
        return SIGNER.sign(caller(USER, new Scope.Unscoped(), Duration.ofHours(1)));
    }

    public static String project(String project, String user, String... roles) {
        return SIGNER.sign(caller(user, scope(project), Duration.ofHours(1), roles));
    }

    /// `member` in [#PROJECT], an hour too late.
    public static String expired() {
        return SIGNER.sign(caller(USER, scope(PROJECT), Duration.ofHours(-1), Roles.MEMBER, Roles.READER));
    }

    /// `member` in [#PROJECT], for requests of one kind only.
    public static String limitedTo(String service, String method, String path) {
        var whole = caller(USER, scope(PROJECT), Duration.ofHours(1), Roles.MEMBER, Roles.READER);
        return SIGNER.sign(new Caller(
                whole.user(),
                whole.scope(),
                whole.roles(),
                whole.methods(),
                whole.auditIds(),
                whole.issuedAt(),
                whole.expiresAt(),
                null,
                null,
                List.of(new AccessRule(service, method, path)),
                null));
    }

    private static Scope scope(String project) {
        return new Scope.Project(project, "project-" + project.charAt(0), "default", "Default");
    }

    private static Caller caller(String user, Scope scope, Duration life, String... roles) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Caller(
                new Caller.User(user, "user-" + user.charAt(0), "default", "Default"),
                scope,
                new HashSet<>(Set.of(roles)),
                List.of("password"),
                List.of(UUID.randomUUID().toString().substring(0, 22)),
                now,
                now.plus(life),
                null);
    }

    private static PrivateKey privateKey() {
        try {
            var whole = PUBLIC_KEY.substring(0, PUBLIC_KEY.length() - 1) + PRIVATE_PART;
            return ((EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(whole)).getEcPrivateKey();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
