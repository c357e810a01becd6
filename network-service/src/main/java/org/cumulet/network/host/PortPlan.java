package org.cumulet.network.host;

import java.util.List;
import java.util.UUID;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.Mac;
import org.cumulet.network.port.AddressPair;
import org.cumulet.network.port.DhcpOption;

/// A machine's interface on a host.
///
/// @param up false where nothing may pass
/// @param secure whether it may send only as itself
/// @param hostname what the machine is called at its first address
record PortPlan(
        UUID id,
        String tap,
        Mac mac,
        List<Ip> addresses,
        boolean up,
        boolean secure,
        List<AddressPair> pairs,
        String hostname,
        List<DhcpOption> options) {

    PortPlan {
        addresses = List.copyOf(addresses);
        pairs = List.copyOf(pairs);
        options = List.copyOf(options);
    }
}
