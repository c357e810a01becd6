package org.cumulet.compute.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Many wishes in one request: what is wrong with one is not the others' business.
record NewServers(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Wish> launches) {

    /// @param once a key of another service of this cloud, by which it is done once
    /// @param launch what `POST /servers` takes, for one server
    record Wish(@Nullable String once, @NotNull ObjectNode launch) {}

    List<String> keys() {
        return launches.stream().map(Wish::once).filter(Objects::nonNull).toList();
    }
}
