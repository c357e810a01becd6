package org.cumulet.identity.endpointgroup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cumulet.identity.endpoint.Endpoint;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// Attributes of the endpoints in a group; those that are absent may be anything.
record EndpointFilters(
        @NeverNull @Text(max = 64) @Nullable String serviceId,
        @NeverNull @Text(max = 255) @Nullable String regionId,
        @JsonProperty("interface") @NeverNull Endpoint.@Nullable Interface face) {

    static final String SERVICE = "service_id";
    static final String REGION = "region_id";
    static final String INTERFACE = "interface";

    Map<String, String> asMap() {
        var map = new LinkedHashMap<String, String>();
        if (serviceId != null) {
            map.put(SERVICE, serviceId);
        }
        if (regionId != null) {
            map.put(REGION, regionId);
        }
        if (face != null) {
            map.put(INTERFACE, face.text());
        }
        return map;
    }
}
