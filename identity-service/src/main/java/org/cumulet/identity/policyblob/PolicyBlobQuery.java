package org.cumulet.identity.policyblob;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.jspecify.annotations.Nullable;

/// What a list of policies may be asked for.
public class PolicyBlobQuery {

    @QueryParam("type")
    @Nullable
    String type;

    Conditions conditions() {
        return new Conditions().is("type", type);
    }
}
