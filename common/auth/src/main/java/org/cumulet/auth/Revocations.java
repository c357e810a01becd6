package org.cumulet.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.cumulet.auth.Revocation.Kind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What has been revoked, as one instant per thing: asking costs a few look-ups, whatever the history.
///
/// An entry is forgotten once every token it could kill has expired.
@Singleton
public class Revocations {

    private final Cache<String, Instant> notBefore;

    /// @param longestLife the longest a token may live
    public Revocations(
            @ConfigProperty(name = "cumulet.auth.longest-token-life", defaultValue = "PT25H") Duration longestLife) {
        this.notBefore = Caffeine.newBuilder().expireAfterWrite(longestLife).build();
    }

    /// From now on these tokens are dead. An older instant than the known one changes nothing.
    public void add(Revocation revocation) {
        notBefore.asMap().merge(revocation.key(), revocation.notBefore(), (a, b) -> a.isAfter(b) ? a : b);
    }

    /// True when the token this caller showed has been revoked.
    public boolean covers(Caller caller) {
        return keys(caller).anyMatch(key -> {
            var limit = notBefore.getIfPresent(key);
            return limit != null && !caller.issuedAt().isAfter(limit);
        });
    }

    /// How many instants are kept.
    public long size() {
        return notBefore.estimatedSize();
    }

    private static Stream<String> keys(Caller caller) {
        var own = Stream.of(
                key(Kind.USER, caller.userId()),
                key(Kind.DOMAIN, caller.user().domainId()),
                key(Kind.TOKEN, caller.auditIds().getFirst()),
                key(Kind.CHAIN, caller.auditIds().getLast()));
        var credential =
                Stream.ofNullable(caller.applicationCredential()).map(id -> key(Kind.APPLICATION_CREDENTIAL, id));
        var trust = Stream.ofNullable(caller.trust())
                .flatMap(it -> Stream.of(
                        key(Kind.TRUST, it.id()), key(Kind.USER, it.trustor()), key(Kind.USER, it.trustee())));
        var federation = Stream.ofNullable(caller.federation()).map(it -> key(Kind.IDENTITY_PROVIDER, it.provider()));
        var scope = switch (caller.scope()) {
            case Scope.Project project ->
                Stream.of(key(Kind.PROJECT, project.id()), key(Kind.DOMAIN, project.domainId()));
            case Scope.Domain domain -> Stream.of(key(Kind.DOMAIN, domain.id()));
            case Scope.System _, Scope.Unscoped _ -> Stream.<String>empty();
        };
        return Stream.of(own, credential, trust, federation, scope).flatMap(it -> it);
    }

    private static String key(Kind kind, String id) {
        return new Revocation(kind, id, Instant.EPOCH).key();
    }
}
