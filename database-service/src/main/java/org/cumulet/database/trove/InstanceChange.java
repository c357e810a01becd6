package org.cumulet.database.trove;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// An instance with another name. The rest of what Trove changes that way is its server's, and refused.
record InstanceChange(
        @Nullable @Size(min = 1, max = 255) @Pattern(regexp = "\\P{Cntrl}*")
        String name,

        @Nullable Object configuration,
        @Nullable Object replicaOf,
        @Nullable Object slaveOf,
        @Nullable Object datastoreVersion,
        NewInstance.@Nullable @Valid Access access) {

    /// @throws Fault when it is about more than the name
    String newName() {
        if (configuration != null) {
            throw new Fault.Unprocessable(
                    "Others use the server of the instance too: its settings are for its operators.");
        }
        if (replicaOf != null || slaveOf != null) {
            throw new Fault.BadRequest("An instance is a share of a server: it is no replica, and has none.");
        }
        if (datastoreVersion != null) {
            throw new Fault.Unprocessable("Others use the server of the instance too: its operators upgrade it.");
        }
        NewInstance.Access.mustAskForNothing(access);
        if (name == null) {
            throw new Fault.BadRequest(
                    "Only the name of an instance can be changed: it is no replica and has no configuration of its own.");
        }
        return name;
    }

    record Request(@NotNull @Valid InstanceChange instance) {}
}
