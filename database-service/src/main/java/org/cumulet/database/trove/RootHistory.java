package org.cumulet.database.trove;

import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.database.instance.Instance;

/// When root was enabled for the last time, and by whom.
///
/// @param id of the instance
/// @param user the id of who did it
record RootHistory(UUID id, String enabled, String user) {

    record One(RootHistory rootHistory) {}

    /// @throws Fault.NotFound when it never was
    static One of(Instance instance) {
        var enabled = instance.rootEnabled();
        if (enabled == null) {
            throw Fault.NotFound.saying("Root was never enabled in instance %s.".formatted(instance.id()));
        }
        return new One(
                new RootHistory(instance.id(), Times.SECONDS.of(enabled), String.valueOf(instance.rootEnabledBy())));
    }
}
