package org.cumulet.identity.endpoint;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of an endpoint: absent keys stay.
///
/// @param region how older clients say `region_id`
record EndpointChange(
        @NeverNull @Text(max = 64) @Nullable String serviceId,
        @NeverNull @JsonProperty("interface") Endpoint.@Nullable Interface face,

        @NeverNull @Text(max = 2048) @Pattern(regexp = NewEndpoint.URL) @Nullable
        String url,

        @Text(max = 255) Given<String> regionId,
        @Text(max = 255) Given<String> region,
        @NeverNull @Nullable Boolean enabled,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    EndpointChange {
        extra = Extra.of(extra);
    }

    Given<String> wishedRegion() {
        return regionId.there() ? regionId : region;
    }

    record Request(@NotNull @Valid EndpointChange endpoint) {}
}
