package org.cumulet.identity.user;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Flag;
import org.cumulet.identity.wire.NameQuery;
import org.jspecify.annotations.Nullable;

/// What a list of users may be asked for.
public class UserQuery extends NameQuery {

    @QueryParam("domain_id")
    @Nullable
    String domainId;

    @QueryParam("enabled")
    @Nullable
    Flag enabled;

    Conditions conditions() {
        return addTo(new Conditions()).is("domainId", domainId).is("enabled", Flag.wish(enabled));
    }
}
