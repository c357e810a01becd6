package org.cumulet.identity.role;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.NameQuery;
import org.jspecify.annotations.Nullable;

/// What a list of roles may be asked for. Without a domain it is the roles of the whole cloud.
public class RoleQuery extends NameQuery {

    @QueryParam("domain_id")
    @Nullable
    String domainId;

    Conditions conditions() {
        var conditions = addTo(new Conditions());
        return domainId == null ? conditions.isNull("domainId") : conditions.is("domainId", domainId);
    }
}
