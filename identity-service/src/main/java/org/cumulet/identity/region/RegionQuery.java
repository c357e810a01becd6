package org.cumulet.identity.region;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.jspecify.annotations.Nullable;

/// What a list of regions may be asked for.
public class RegionQuery {

    @QueryParam("parent_region_id")
    @Nullable
    String parentRegionId;

    Conditions conditions() {
        return new Conditions().is("parentRegionId", parentRegionId);
    }
}
