package org.cumulet.identity.mapping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cumulet.identity.wire.NeverNull;
import org.jspecify.annotations.Nullable;

/// What shall become of a mapping: absent keys stay.
record MappingChange(
        @NeverNull @Size(min = 1, max = Statement.MOST) @Valid @Nullable
        List<@NotNull Statement> rules,

        @NeverNull @Pattern(regexp = NewMapping.VERSION) @Nullable
        String schemaVersion) {

    record Request(@NotNull @Valid MappingChange mapping) {}
}
