package org.cumulet.identity.domain;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Flag;
import org.cumulet.identity.wire.NameQuery;
import org.jspecify.annotations.Nullable;

/// What a list of domains may be asked for.
public class DomainQuery extends NameQuery {

    @QueryParam("enabled")
    @Nullable
    Flag enabled;

    Conditions conditions() {
        return addTo(new Conditions()).is("enabled", Flag.wish(enabled));
    }
}
