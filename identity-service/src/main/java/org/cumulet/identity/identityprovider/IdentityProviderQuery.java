package org.cumulet.identity.identityprovider;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Flags;
import org.jspecify.annotations.Nullable;

/// What a list of identity providers may be asked for.
public class IdentityProviderQuery {

    @QueryParam("id")
    @Nullable
    String id;

    @QueryParam("enabled")
    @Nullable
    String enabled;

    Conditions conditions() {
        return new Conditions().is("id", id).is("enabled", Flags.wish(enabled));
    }
}
