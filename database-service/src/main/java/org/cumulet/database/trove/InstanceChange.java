package org.cumulet.database.trove;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// An instance with another name. There is nothing else to change that way.
record InstanceChange(
        @NotNull @Size(min = 1, max = 255) @Pattern(regexp = "\\P{Cntrl}*")
        String name) {

    record Request(@NotNull @Valid InstanceChange instance) {}
}
