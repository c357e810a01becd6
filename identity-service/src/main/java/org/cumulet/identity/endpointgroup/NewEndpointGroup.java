package org.cumulet.identity.endpointgroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A group of endpoints as somebody wishes it.
record NewEndpointGroup(
        @NotNull @Text(max = 255, blank = false) String name,
        @Text @Nullable String description,
        @NotNull @Valid EndpointFilters filters) {

    record Request(@NotNull @Valid NewEndpointGroup endpointGroup) {}
}
