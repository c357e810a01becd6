package org.cumulet.identity.policy;

import org.cumulet.auth.Caller;
import org.cumulet.auth.Scope;
import org.jspecify.annotations.Nullable;

/// How far a caller's token reaches among domains.
public final class Reach {

    /// The domain that is there from the start.
    public static final String DEFAULT_DOMAIN = "default";

    private Reach() {}

    /// The only domain whose things the caller may see in lists; null when it sees all.
    public static @Nullable String only(Caller caller) {
        return caller.scope() instanceof Scope.Domain(var id, var _) ? id : null;
    }

    /// Where something new goes that names no domain.
    public static String home(Caller caller) {
        return switch (caller.scope()) {
            case Scope.Domain domain -> domain.id();
            case Scope.Project project -> project.domainId();
            case Scope.System _, Scope.Unscoped _ -> DEFAULT_DOMAIN;
        };
    }
}
