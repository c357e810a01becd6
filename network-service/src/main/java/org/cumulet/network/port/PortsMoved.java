package org.cumulet.network.port;

import java.util.Set;
import java.util.UUID;

/// Said within the transaction that changes what hosts have to do for ports.
///
/// @param hosts where something about a port is different
/// @param spread networks that came to a host or left one: all other hosts of theirs must know
public record PortsMoved(Set<String> hosts, Set<UUID> spread) {

    public PortsMoved {
        hosts = Set.copyOf(hosts);
        spread = Set.copyOf(spread);
    }
}
