package org.cumulet.network.network;

import java.util.Set;
import java.util.UUID;

/// Said within the transaction that changes what hosts have to do for these networks.
public record NetworkChanged(Set<UUID> networks) {

    public NetworkChanged {
        networks = Set.copyOf(networks);
    }

    public NetworkChanged(UUID network) {
        this(Set.of(network));
    }
}
