package org.cumulet.identity.registeredlimit;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.jspecify.annotations.Nullable;

/// What a list of registered limits may be asked for.
public class RegisteredLimitQuery {

    @QueryParam("service_id")
    @Nullable
    String serviceId;

    @QueryParam("region_id")
    @Nullable
    String regionId;

    @QueryParam("resource_name")
    @Nullable
    String resourceName;

    Conditions conditions() {
        return new Conditions()
                .is("serviceId", serviceId)
                .is("regionId", regionId)
                .is("resourceName", resourceName);
    }
}
