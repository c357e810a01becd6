package org.cumulet.identity.mapping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.cumulet.identity.wire.NeverNull;
import org.jspecify.annotations.Nullable;

/// A mapping as somebody wishes it.
record NewMapping(
        @NotNull @Size(min = 1, max = Statement.MOST) @Valid List<@NotNull Statement> rules,
        @NeverNull @Pattern(regexp = VERSION) String schemaVersion) {

    static final String VERSION = "1\\.0|2\\.0";

    NewMapping(List<Statement> rules, @Nullable String schemaVersion) {
        this.rules = rules;
        this.schemaVersion = Objects.requireNonNullElse(schemaVersion, "1.0");
    }

    record Request(@NotNull @Valid NewMapping mapping) {}
}
