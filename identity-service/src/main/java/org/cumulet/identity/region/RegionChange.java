package org.cumulet.identity.region;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a region: absent keys stay.
record RegionChange(
        @Text(max = 255) Given<String> parentRegionId,
        @Text Given<String> description,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    RegionChange {
        extra = Extra.of(extra);
    }

    record Request(@NotNull @Valid RegionChange region) {}
}
