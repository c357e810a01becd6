package org.cumulet.compute.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.cumulet.compute.web.Names;
import org.jspecify.annotations.Nullable;

/// A version to be.
///
/// @param count how many servers it launches where nobody says how many; 1
/// @param server what `POST /servers` takes, without counts and password; in its texts `{index}` is the number of
///     each server and `{name}` its name
/// @param isDefault whether it is the one that is meant from now on; it is where nothing is said
record NewVersion(
        @Names.Text @Nullable String description,
        @Min(1) @Max(1000) @Nullable Integer count,
        @NotNull ObjectNode server,
        @JsonProperty("default") @Nullable Boolean isDefault) {

    record Request(@NotNull @Valid NewVersion version) {}

    boolean becomesDefault() {
        return !Boolean.FALSE.equals(isDefault);
    }

    int servers() {
        return count == null ? 1 : count;
    }
}
