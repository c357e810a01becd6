package org.cumulet.identity.registeredlimit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a registered limit: absent keys stay.
record RegisteredLimitChange(
        @NeverNull @Text(max = 64) @Nullable String serviceId,
        @Text(max = 255) Given<String> regionId,
        @NeverNull @Text(max = 255, blank = false) @Nullable String resourceName,
        @NeverNull @Min(-1) @Nullable Integer defaultLimit,
        @Text Given<String> description) {

    /// Whether it would be a limit of something else afterwards.
    boolean movesIt() {
        return serviceId != null || regionId.there() || resourceName != null;
    }

    record Request(@NotNull @Valid RegisteredLimitChange registeredLimit) {}
}
