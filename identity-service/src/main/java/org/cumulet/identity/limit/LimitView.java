package org.cumulet.identity.limit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A limit as the API shows it.
record LimitView(
        String id,
        @Nullable String projectId,
        @Nullable String domainId,
        String serviceId,
        @Nullable String regionId,
        String resourceName,
        int resourceLimit,
        @Nullable String description,
        Self links) {

    static LimitView of(Limit limit, Links links) {
        return new LimitView(
                limit.id(),
                limit.projectId().orElse(null),
                limit.domainId().orElse(null),
                limit.registered().serviceId(),
                limit.registered().regionId().orElse(null),
                limit.registered().resourceName(),
                limit.resourceLimit(),
                limit.description().orElse(null),
                new Self(links.to("limits", limit.id())));
    }

    record One(LimitView limit) {}

    record Many(List<LimitView> limits, @JsonUnwrapped Listed listed) {

        static Many of(Page<Limit> page, Links links) {
            return new Many(page.map(it -> LimitView.of(it, links)).items(), Listed.of(page, links));
        }
    }

    /// How limits of projects add up.
    record Model(String name, String description) {

        static final Model FLAT = new Model(
                "flat", "Every project and domain has its limits for itself; the tree of projects adds nothing.");

        record One(Model model) {}
    }
}
