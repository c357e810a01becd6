package org.cumulet.identity.offering;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A service of the catalog as the API shows it.
record OfferingView(
        String id,
        String type,
        String name,
        @Nullable String description,
        boolean enabled,
        Self links,
        @JsonAnyGetter Map<String, Object> extra) {

    static OfferingView of(Offering offering, Links links) {
        return new OfferingView(
                offering.id(),
                offering.type(),
                offering.name().orElse(""),
                offering.description().orElse(null),
                offering.isEnabled(),
                new Self(links.to("services", offering.id())),
                offering.extra());
    }

    record One(OfferingView service) {}

    record Many(List<OfferingView> services, @JsonUnwrapped Listed listed) {

        static Many of(Page<Offering> page, Links links) {
            return new Many(page.map(it -> OfferingView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
