package org.cumulet.inventory.host;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What those must know of a host who look for room.
public record HostSummary(
        UUID id,
        String name,
        HostState state,
        boolean enabled,
        String availabilityZone,
        List<HostRole> roles,
        @Nullable Instant maintenanceSince) {

    public boolean runsServers() {
        return roles.contains(HostRole.COMPUTE);
    }

    public boolean inMaintenance() {
        return maintenanceSince != null;
    }

    /// True when new servers may be put there.
    public boolean isOpen() {
        return enabled && state == HostState.READY && runsServers() && !inMaintenance();
    }
}
