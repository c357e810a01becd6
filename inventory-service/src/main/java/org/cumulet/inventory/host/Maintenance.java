package org.cumulet.inventory.host;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Why a host is to be left alone for a while.
record Maintenance(
        @Nullable @Size(max = 255) @Pattern(regexp = "\\P{Cntrl}*")
        String reason) {

    record One(@NotNull @Valid Maintenance maintenance) {}
}
