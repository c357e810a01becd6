package org.cumulet.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/// An OpenID Connect provider, at the address that application.properties has for it. It goes with the JVM.
final class OpenIdServer {

    static final String ISSUER = "http://localhost:18191/staff";
    static final String CLIENT = "cumulet";

    private static final int PORT = 18191;
    private static final MockOAuth2Server SERVER = started();

    /// A browser that goes where it is sent only when it is told so.
    static final HttpClient BROWSER = HttpClient.newHttpClient();

    private OpenIdServer() {}

    private static MockOAuth2Server started() {
        var server = new MockOAuth2Server();
        try {
            server.start(InetAddress.getByName("localhost"), PORT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    /// It is started by whoever first speaks of it.
    static void mustBeThere() {
        SERVER.baseUrl();
    }

    /// What it says of somebody, to us.
    static String token(String subject, Map<String, Object> claims) {
        return token("staff", subject, CLIENT, claims, 600);
    }

    static String token(String issuer, String subject, String audience, Map<String, Object> claims, long seconds) {
        return SERVER.issueToken(
                        issuer,
                        "unused",
                        new DefaultOAuth2TokenCallback(issuer, subject, "JWT", List.of(audience), claims, seconds))
                .serialize();
    }

    /// What it says next, whoever asks with a code.
    static void sayNext(String subject, Map<String, Object> claims) {
        SERVER.enqueueCallback(new DefaultOAuth2TokenCallback("staff", subject, "JWT", List.of(CLIENT), claims, 600));
    }

    static String keys() {
        return SERVER.jwksUrl("staff").toString();
    }
}
