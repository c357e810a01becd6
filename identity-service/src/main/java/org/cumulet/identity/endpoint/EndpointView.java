package org.cumulet.identity.endpoint;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// An endpoint as the API shows it.
public record EndpointView(
        String id,
        @JsonProperty("interface") Endpoint.Interface face,
        @Nullable String region,
        @Nullable String regionId,
        String serviceId,
        String url,
        boolean enabled,
        Self links,
        @JsonAnyGetter Map<String, Object> extra) {

    static EndpointView of(Endpoint endpoint, Links links) {
        return new EndpointView(
                endpoint.id(),
                endpoint.face(),
                endpoint.regionId().orElse(null),
                endpoint.regionId().orElse(null),
                endpoint.serviceId(),
                endpoint.url(),
                endpoint.isEnabled(),
                new Self(links.to("endpoints", endpoint.id())),
                endpoint.extra());
    }

    record One(EndpointView endpoint) {}

    public record Many(
            List<EndpointView> endpoints, @JsonUnwrapped Listed listed) {

        public static Many of(Page<Endpoint> page, Links links) {
            return new Many(page.map(it -> EndpointView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
