package org.cumulet.compute.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.cumulet.compute.web.Names;
import org.jspecify.annotations.Nullable;

/// A template to be, with its first version.
record NewTemplate(
        @NotNull @Pattern(regexp = NAME, message = NAME_SAYS)
        String name,

        @Names.Text @Nullable String description,
        @Min(1) @Max(1000) @Nullable Integer count,
        @NotNull ObjectNode server) {

    /// Nothing that could be taken for an id.
    private static final String NAME = "(?![0-9a-fA-F]{8}-)[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

    private static final String NAME_SAYS =
            "must be 1 to 63 letters, digits, '.', '_' and '-', begin with a letter or digit, and not look like an id";

    record Request(@NotNull @Valid NewTemplate launchTemplate) {}

    NewVersion first() {
        return new NewVersion(description, count, server, true);
    }
}
