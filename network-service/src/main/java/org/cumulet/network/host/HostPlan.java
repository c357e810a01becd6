package org.cumulet.network.host;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// All that a host must have, and nothing else of ours.
///
/// @param generation when this was found out; a host never goes back to an older one
/// @param changes how many changes this takes into account
/// @param ports what becomes true with which network, the networks' own ports among them
record HostPlan(String host, long generation, long changes, List<NetworkPlan> networks, Map<UUID, List<UUID>> ports) {

    HostPlan {
        networks = List.copyOf(networks);
        ports = Map.copyOf(ports);
    }
}
