package org.cumulet.compute.flavor;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cumulet.compute.web.Names;
import org.jspecify.annotations.Nullable;

/// The one thing of a flavor that changes.
record FlavorChange(
        @JsonProperty(required = true)
        @Size(max = 65535)
        @Pattern(regexp = Names.LINES, message = "must not hold control characters")
        @Nullable
        String description) {

    record Request(@NotNull @Valid FlavorChange flavor) {}
}
