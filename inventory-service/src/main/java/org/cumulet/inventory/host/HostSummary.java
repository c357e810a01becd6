package org.cumulet.inventory.host;

import java.util.UUID;

/// What those must know of a host who look for room.
public record HostSummary(UUID id, String name, HostState state, boolean enabled, String availabilityZone) {

    /// True when new servers may be put there.
    public boolean isOpen() {
        return enabled && state == HostState.READY;
    }
}
