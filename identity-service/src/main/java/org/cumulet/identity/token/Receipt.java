package org.cumulet.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Scope;

/// Somebody has shown some of what is asked of them, and shows the rest next.
///
/// @param methods that were shown
record Receipt(Caller.User user, List<String> methods, Instant issuedAt, Instant expiresAt) {

    /// As what is revoked sees it.
    Caller caller() {
        return new Caller(
                user,
                new Scope.Unscoped(),
                Set.of(),
                methods,
                List.of("receipt"),
                issuedAt,
                expiresAt,
                null,
                null,
                null,
                null);
    }
}
