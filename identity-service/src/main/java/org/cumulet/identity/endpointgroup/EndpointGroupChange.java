package org.cumulet.identity.endpointgroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a group of endpoints: absent keys stay.
record EndpointGroupChange(
        @NeverNull @Text(max = 255, blank = false) @Nullable String name,
        @Text Given<String> description,
        @NeverNull @Valid @Nullable EndpointFilters filters) {

    record Request(@NotNull @Valid EndpointGroupChange endpointGroup) {}
}
