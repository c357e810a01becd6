package org.cumulet.auth;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// A key pair, callers to sign for, and an identity service that only publishes keys and counts how often it is asked.
public class Tokens implements QuarkusTestResourceLifecycleManager {

    final EllipticCurveJsonWebKey key = key("k1");
    private HttpServer server;

    static EllipticCurveJsonWebKey key(String id) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static Caller caller(Scope scope, Instant issuedAt, Duration life, String... roles) {
        var moment = issuedAt.truncatedTo(ChronoUnit.MICROS);
        return new Caller(
                new Caller.User("u1", "ada", "d1", "Home"),
                scope,
                Set.of(roles),
                List.of("password"),
                List.of(UUID.randomUUID().toString(), "first"),
                moment,
                moment.plus(life),
                "credential-1");
    }

    /// Good for one path of the trial only.
    private static Caller limited(String path) {
        var all = caller(project("p1"), Instant.now(), Duration.ofHours(1), Roles.MEMBER, Roles.READER);
        return new Caller(
                all.user(),
                all.scope(),
                all.roles(),
                all.methods(),
                all.auditIds(),
                all.issuedAt(),
                all.expiresAt(),
                all.applicationCredential(),
                new Caller.Trust("t1", "u1", "u2", true),
                List.of(new AccessRule("trial", "GET", path)),
                new Caller.Federation("provider", "openid"));
    }

    static Scope.Project project(String id) {
        return new Scope.Project(id, "shop", "d2", "Town");
    }

    static String sign(EllipticCurveJsonWebKey key, Caller caller) {
        return new TokenSigner(key.getKeyId(), key.getEcPrivateKey()).sign(caller);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var keys = "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
        server.createContext("/identity/v3/jwks", exchange -> {
            var body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return Map.of(
                "cumulet.url.identity",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "test.token",
                        sign(
                                key,
                                caller(project("p1"), Instant.now(), Duration.ofHours(1), Roles.MEMBER, Roles.READER)),
                "test.limited", sign(key, limited("/things")),
                "test.elsewhere", sign(key, limited("/other")),
                "test.service", sign(key, caller(project("p9"), Instant.now(), Duration.ofHours(1), Roles.SERVICE)),
                "test.expired", sign(key, caller(project("p1"), Instant.now(), Duration.ofHours(-1), Roles.ADMIN)),
                "test.forged", sign(key("k1"), caller(project("p1"), Instant.now(), Duration.ofHours(1), Roles.ADMIN)),
                "test.unknown",
                        sign(key("k2"), caller(project("p1"), Instant.now(), Duration.ofHours(1), Roles.ADMIN)));
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
