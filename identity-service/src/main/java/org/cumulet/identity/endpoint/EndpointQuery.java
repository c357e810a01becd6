package org.cumulet.identity.endpoint;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.jspecify.annotations.Nullable;

/// What a list of endpoints may be asked for.
public class EndpointQuery {

    @QueryParam("service_id")
    @Nullable
    String serviceId;

    @QueryParam("region_id")
    @Nullable
    String regionId;

    @QueryParam("interface")
    @Nullable
    String face;

    Conditions conditions() {
        return new Conditions()
                .is("serviceId", serviceId)
                .is("regionId", regionId)
                .is("face", face == null ? null : Endpoint.Interface.named(face));
    }
}
