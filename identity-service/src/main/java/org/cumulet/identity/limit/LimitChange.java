package org.cumulet.identity.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a limit: absent keys stay. What it is a limit of does not change.
record LimitChange(
        @NeverNull @Min(-1) @Nullable Integer resourceLimit,
        @Text Given<String> description) {

    record Request(@NotNull @Valid LimitChange limit) {}
}
