package org.cumulet.identity.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom a request without a token says to come from, as far as there is such a user.
@RequestScoped
public class Suspect {

    private @Nullable String userId;

    /// Somebody tries to log in as this user.
    public void is(String id) {
        userId = id;
    }

    Optional<String> userId() {
        return Optional.ofNullable(userId);
    }
}
