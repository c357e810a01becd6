package org.cumulet.identity.limit;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.jspecify.annotations.Nullable;

/// What a list of limits may be asked for.
public class LimitQuery {

    @QueryParam("service_id")
    @Nullable
    String serviceId;

    @QueryParam("region_id")
    @Nullable
    String regionId;

    @QueryParam("resource_name")
    @Nullable
    String resourceName;

    @QueryParam("project_id")
    @Nullable
    String projectId;

    @QueryParam("domain_id")
    @Nullable
    String domainId;

    Conditions conditions() {
        return new Conditions()
                .is("registered.serviceId", serviceId)
                .is("registered.regionId", regionId)
                .is("registered.resourceName", resourceName)
                .is("projectId", projectId)
                .is("domainId", domainId);
    }
}
