package org.cumulet.identity.user;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Flags;
import org.cumulet.identity.wire.NameQuery;
import org.jspecify.annotations.Nullable;

/// What a list of users may be asked for.
public class UserQuery extends NameQuery {

    @QueryParam("domain_id")
    @Nullable
    String domainId;

    @QueryParam("enabled")
    @Nullable
    String enabled;

    Conditions conditions() {
        return addTo(new Conditions()).is("domainId", domainId).is("enabled", Flags.wish(enabled));
    }
}
