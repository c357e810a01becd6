package org.cumulet.identity.endpoint;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// An endpoint as somebody wishes it.
///
/// @param region how older clients say `region_id`
public record NewEndpoint(
        @NotNull @Text(max = 64) String serviceId,
        @NotNull @JsonProperty("interface") Endpoint.Interface face,
        @NotNull @Text(max = 2048) @Pattern(regexp = URL) String url,
        @Text(max = 255) @Nullable String regionId,
        @Text(max = 255) @Nullable String region,
        @NeverNull @Nullable Boolean enabled,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    static final String URL = "[A-Za-z0-9+.-]+:[^\\s\\p{Cntrl}]+";

    public NewEndpoint {
        extra = Extra.of(extra);
    }

    public static NewEndpoint of(String serviceId, Endpoint.Interface face, String regionId, String url) {
        return new NewEndpoint(serviceId, face, url, regionId, null, null, null);
    }

    @Nullable
    String wishedRegion() {
        return regionId == null ? region : regionId;
    }

    record Request(@NotNull @Valid NewEndpoint endpoint) {}
}
