package org.cumulet.identity.registeredlimit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A registered limit as the API shows it.
record RegisteredLimitView(
        String id,
        String serviceId,
        @Nullable String regionId,
        String resourceName,
        int defaultLimit,
        @Nullable String description,
        Self links) {

    static RegisteredLimitView of(RegisteredLimit limit, Links links) {
        return new RegisteredLimitView(
                limit.id(),
                limit.serviceId(),
                limit.regionId().orElse(null),
                limit.resourceName(),
                limit.defaultLimit(),
                limit.description().orElse(null),
                new Self(links.to("registered_limits", limit.id())));
    }

    record One(RegisteredLimitView registeredLimit) {}

    record Many(
            List<RegisteredLimitView> registeredLimits,
            @JsonUnwrapped Listed listed) {

        static Many of(Page<RegisteredLimit> page, Links links) {
            return new Many(page.map(it -> RegisteredLimitView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
