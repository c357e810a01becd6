package org.cumulet.identity.offering;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.NameQuery;
import org.jspecify.annotations.Nullable;

/// What a list of services may be asked for.
public class OfferingQuery extends NameQuery {

    @QueryParam("type")
    @Nullable
    String type;

    Conditions conditions() {
        return addTo(new Conditions()).is("type", type);
    }
}
