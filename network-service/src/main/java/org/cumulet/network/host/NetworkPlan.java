package org.cumulet.network.host;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.port.HostNames;

/// What a host must have for one network.
///
/// @param dhcp empty where no machine is told its address
record NetworkPlan(UUID id, int mtu, Uplink uplink, Optional<DhcpPlan> dhcp, List<PortPlan> ports) {

    NetworkPlan {
        ports = List.copyOf(ports);
    }

    String bridge() {
        return HostNames.bridge(id);
    }
}
