package org.cumulet.identity.registeredlimit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A registered limit as somebody wishes it.
///
/// @param defaultLimit -1 is no limit
record NewRegisteredLimit(
        @NotNull @Text(max = 64) String serviceId,
        @Text(max = 255) @Nullable String regionId,
        @NotNull @Text(max = 255, blank = false) String resourceName,
        @NotNull @Min(-1) Integer defaultLimit,
        @Text @Nullable String description) {

    record Request(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid NewRegisteredLimit> registeredLimits) {}
}
