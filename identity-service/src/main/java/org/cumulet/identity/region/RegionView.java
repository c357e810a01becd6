package org.cumulet.identity.region;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A region as the API shows it.
record RegionView(
        String id,
        String description,
        @Nullable String parentRegionId,
        Self links,
        @JsonAnyGetter Map<String, Object> extra) {

    static RegionView of(Region region, Links links) {
        return new RegionView(
                region.id(),
                region.description(),
                region.parentRegionId().orElse(null),
                new Self(links.to("regions", region.id())),
                region.extra());
    }

    record One(RegionView region) {}

    record Many(List<RegionView> regions, @JsonUnwrapped Listed listed) {

        static Many of(Page<Region> page, Links links) {
            return new Many(page.map(it -> RegionView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
