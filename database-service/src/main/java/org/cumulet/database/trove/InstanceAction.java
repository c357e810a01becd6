package org.cumulet.database.trove;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// What can be asked of an instance: one of these.
record InstanceAction(
        @Nullable @Valid Resize resize,
        @Nullable Nothing restart,
        @JsonProperty("reset_status") @Nullable Nothing resetStatus,
        @JsonProperty("promote_to_replica_source") @Nullable Nothing promote,
        @JsonProperty("eject_replica_source") @Nullable Nothing eject) {

    record Nothing() {}

    /// One of these.
    record Resize(
            @JsonProperty("flavorRef") @Nullable Object flavorRef,
            @Nullable @Valid Volume volume) {}

    /// @param size in GB
    record Volume(@NotNull @Min(1) @Max(1 << 20) Integer size) {}

    /// @throws Fault.BadRequest when it is none or several
    void mustBeOne() {
        if (Stream.of(resize, restart, resetStatus, promote, eject)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new Fault.BadRequest("Exactly one action is expected: resize, restart, reset_status,"
                    + " promote_to_replica_source or eject_replica_source.");
        }
    }
}
