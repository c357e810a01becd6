package org.cumulet.identity.endpoint;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
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
                .is("face", Optional.ofNullable(face).map(EndpointQuery::known).orElse(null));
    }

    private static Endpoint.Interface known(String face) {
        return Arrays.stream(Endpoint.Interface.values())
                .filter(it -> it.name().equalsIgnoreCase(face))
                .findFirst()
                .orElseThrow(() -> new Fault.BadRequest("An interface is public, internal or admin."));
    }
}
