package org.cumulet.identity.domain;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Flags;
import org.cumulet.identity.wire.NameQuery;
import org.jspecify.annotations.Nullable;

/// What a list of domains may be asked for.
public class DomainQuery extends NameQuery {

    @QueryParam("enabled")
    @Nullable
    String enabled;

    Conditions conditions() {
        return addTo(new Conditions()).is("enabled", Flags.wish(enabled));
    }
}
