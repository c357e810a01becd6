package org.cumulet.identity.usercredential;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.jspecify.annotations.Nullable;

/// What a list of credentials may be asked for.
public class UserCredentialQuery {

    @QueryParam("user_id")
    @Nullable
    String userId;

    @QueryParam("type")
    @Nullable
    String type;

    Conditions conditions() {
        return new Conditions().is("userId", userId).is("type", type);
    }
}
