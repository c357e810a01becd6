package org.cumulet.identity.offering;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a service of the catalog: absent keys stay.
record OfferingChange(
        @NeverNull @Text(max = 255, blank = false) @Nullable String type,
        @Text(max = 255) Given<String> name,
        @Text Given<String> description,
        @NeverNull @Nullable Boolean enabled,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    OfferingChange {
        extra = Extra.of(extra);
    }

    record Request(@NotNull @Valid OfferingChange service) {}
}
