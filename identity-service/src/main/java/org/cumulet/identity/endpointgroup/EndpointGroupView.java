package org.cumulet.identity.endpointgroup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A group of endpoints as the API shows it.
public record EndpointGroupView(
        String id, String name, @Nullable String description, Map<String, String> filters, Self links) {

    static EndpointGroupView of(EndpointGroup group, Links links) {
        return new EndpointGroupView(
                group.id(),
                group.name(),
                group.description().orElse(null),
                group.filters(),
                new Self(links.to("OS-EP-FILTER", "endpoint_groups", group.id())));
    }

    record One(EndpointGroupView endpointGroup) {}

    public record Many(
            List<EndpointGroupView> endpointGroups,
            @JsonUnwrapped Listed listed) {

        public static Many of(Page<EndpointGroup> page, Links links) {
            return new Many(page.map(it -> EndpointGroupView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
