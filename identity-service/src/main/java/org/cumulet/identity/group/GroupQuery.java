package org.cumulet.identity.group;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.NameQuery;
import org.jspecify.annotations.Nullable;

/// What a list of groups may be asked for.
public class GroupQuery extends NameQuery {

    @QueryParam("domain_id")
    @Nullable
    String domainId;

    /// The one domain that is asked for, if it is one.
    ///
    /// @param only the one that may be asked for; null for any
    @Nullable
    String domainId(@Nullable String only) {
        return domainId == null ? only : domainId;
    }

    Conditions conditions() {
        return addTo(new Conditions()).is("domainId", domainId);
    }
}
