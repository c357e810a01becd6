package org.cumulet.auth;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.cumulet.api.fault.Fault;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Tokens of our own services for work that has no caller: each logs in as the user that carries its name, in the
/// project `service`, and keeps the token until shortly before its end.
@Singleton
public class ServiceTokens {

    private static final int MANY = 1000;
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final URI address;
    private final Optional<String> password;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<As, Login> logins = new ConcurrentHashMap<>();

    ServiceTokens(
            @ConfigProperty(name = "cumulet.url.identity") String identity,
            @ConfigProperty(name = "cumulet.service.password") Optional<String> password,
            ObjectMapper json) {
        this.address = URI.create(identity + "/identity/v3/auth/tokens");
        this.password = password;
        this.json = json;
    }

    /// A token of the service with this name.
    ///
    /// @throws Fault.Unavailable when identity does not give one
    public String of(String service) {
        return login(new As(service, null)).token();
    }

    /// A token by which the service with this name acts for whoever trusts it so.
    ///
    /// @throws Fault.Forbidden when identity does not let the trust be used: it has ended, or the roles of whoever
    /// gave it have
    /// @throws Fault.Unavailable when identity cannot be asked
    public String of(String service, String trust) {
        if (logins.size() > MANY) {
            logins.entrySet()
                    .removeIf(each ->
                            each.getKey().trust() != null && each.getValue().isOver());
        }
        return login(new As(service, trust)).token();
    }

    /// Forgets what was kept for a trust that is over.
    public void ended(String service, String trust) {
        logins.remove(new As(service, trust));
    }

    /// A token of the service with this name, where identity gives one.
    Optional<String> find(String service) {
        try {
            return Optional.of(of(service));
        } catch (Fault.Unavailable away) {
            return Optional.empty();
        }
    }

    /// Forgets the token: somebody refused it.
    public void refused(String service, String token) {
        login(new As(service, null)).forget(token);
    }

    /// Forgets the token of a trust: somebody refused it.
    public void refused(String service, String trust, String token) {
        login(new As(service, trust)).forget(token);
    }

    private Login login(As who) {
        return logins.computeIfAbsent(who, Login::new);
    }

    /// Who logs in, and by whose trust.
    private record As(String service, @Nullable String trust) {}

    private final class Login {
        private final As who;
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Kept kept;

        Login(As who) {
            this.who = who;
        }

        String token() {
            var now = kept;
            return now != null && now.isFresh() ? now.token() : renew();
        }

        boolean isOver() {
            var now = kept;
            return now == null || !now.isFresh();
        }

        void forget(String token) {
            var now = kept;
            if (now != null && now.token().equals(token)) {
                kept = null;
            }
        }

        private String renew() {
            lock.lock();
            try {
                var now = kept;
                if (now == null || !now.isFresh()) {
                    now = ask(who);
                    kept = now;
                }
                return now.token();
            } finally {
                lock.unlock();
            }
        }
    }

    private record Kept(String token, Instant until) {
        boolean isFresh() {
            return Instant.now().isBefore(until);
        }
    }

    private Kept ask(As who) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(15))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body(who))))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (who.trust() != null && (answer.statusCode() == 401 || answer.statusCode() == 403)) {
                throw new Fault.Forbidden("Identity does not let service %s use the trust %s any more."
                        .formatted(who.service(), who.trust()));
            }
            if (answer.statusCode() != 201) {
                throw new Fault.Unavailable(
                        "Identity refuses the login of service %s (%d).".formatted(who.service(), answer.statusCode()));
            }
            var until = Instant.parse(json.readTree(answer.body())
                    .path("token")
                    .path("expires_at")
                    .asText());
            return new Kept(answer.headers().firstValue("X-Subject-Token").orElseThrow(), until.minus(EARLY));
        } catch (IOException e) {
            throw new Fault.Unavailable("Identity cannot be reached.").because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault.Unavailable("Interrupted while logging in.").because(e);
        }
    }

    private Map<String, Object> body(As who) {
        var domain = Map.of("id", "default");
        var secret = password.orElseThrow(() -> new IllegalStateException("cumulet.service.password is not set"));
        return Map.of(
                "auth",
                Map.of(
                        "identity",
                        Map.of(
                                "methods",
                                new String[] {"password"},
                                "password",
                                Map.of("user", Map.of("name", who.service(), "domain", domain, "password", secret))),
                        "scope",
                        scope(who, domain)));
    }

    private static Map<String, Object> scope(As who, Map<String, String> domain) {
        return who.trust() == null
                ? Map.of("project", Map.of("name", "service", "domain", domain))
                : Map.of("OS-TRUST:trust", Map.of("id", who.trust()));
    }
}
