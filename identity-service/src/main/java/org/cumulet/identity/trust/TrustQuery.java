package org.cumulet.identity.trust;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// What a list of trusts may be asked for.
public class TrustQuery {

    @QueryParam("trustor_user_id")
    @Nullable
    String trustor;

    @QueryParam("trustee_user_id")
    @Nullable
    String trustee;
}
