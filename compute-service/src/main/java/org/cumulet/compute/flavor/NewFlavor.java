package org.cumulet.compute.flavor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cumulet.api.version.Since;
import org.cumulet.compute.web.LooseBoolean;
import org.cumulet.compute.web.LooseInteger;
import org.cumulet.compute.web.Names;
import org.cumulet.compute.web.Spoken;
import org.jspecify.annotations.Nullable;

/// A flavor to be.
///
/// @param id made up when it is not given
@Spoken
record NewFlavor(
        @NotNull @Names.Printable String name,

        @Pattern(
                regexp = "(?! )[a-zA-Z0-9. _-]{1,255}(?<! )",
                message = "may only hold letters, digits, space, '.', '_' and '-'")
        @Nullable
        String id,

        @NotNull @Min(1) @JsonDeserialize(using = LooseInteger.class)
        Integer ram,

        @NotNull @Min(1) @JsonDeserialize(using = LooseInteger.class)
        Integer vcpus,

        @NotNull @Min(0) @JsonDeserialize(using = LooseInteger.class)
        Integer disk,

        @Min(0) @JsonDeserialize(using = LooseInteger.class) @JsonProperty("OS-FLV-EXT-DATA:ephemeral")
        Integer ephemeral,

        @Min(0) @JsonDeserialize(using = LooseInteger.class) Integer swap,

        @DecimalMin(value = "0", inclusive = false) @Max(1_000_000) @JsonDeserialize(using = LooseNumber.class)
        Double rxtxFactor,

        @JsonDeserialize(using = LooseBoolean.class) @JsonProperty("os-flavor-access:is_public")
        Boolean isPublic,

        @Since("2.55")
        @Size(max = 65535)
        @Pattern(regexp = Names.LINES, message = "must not hold control characters")
        @Nullable
        String description) {

    NewFlavor {
        ephemeral = ephemeral == null ? 0 : ephemeral;
        swap = swap == null ? 0 : swap;
        rxtxFactor = rxtxFactor == null ? 1.0 : rxtxFactor;
        isPublic = isPublic == null || isPublic;
    }

    record Request(@NotNull @Valid NewFlavor flavor) {}
}
