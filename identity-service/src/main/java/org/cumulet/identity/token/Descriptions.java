package org.cumulet.identity.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Scope;
import org.cumulet.identity.audit.Changed;
import org.cumulet.identity.token.TokenService.Details;
import org.jspecify.annotations.Nullable;

/// Remembers for a second what tokens alike have in common beside what they say themselves: names and the catalog.
/// Whether
/// a token is good is not among it. A change in this process is seen at once, one in another within that second.
@Singleton
class Descriptions {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final Cache<Kind, Details> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    private record Kind(
            String userId,
            Scope scope,
            Set<String> roles,
            @Nullable String credential,
            boolean withCatalog) {}

    Details of(Caller caller, boolean withCatalog, Supplier<Details> otherwise) {
        var kind =
                new Kind(caller.userId(), caller.scope(), caller.roles(), caller.applicationCredential(), withCatalog);
        var remembered = known.getIfPresent(kind);
        if (remembered != null) {
            return remembered;
        }
        var found = otherwise.get();
        known.put(kind, found);
        return found;
    }

    void forget(@Observes Changed something) {
        known.invalidateAll();
    }
}
