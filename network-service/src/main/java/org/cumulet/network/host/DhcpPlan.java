package org.cumulet.network.host;

import java.util.List;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.Mac;
import org.cumulet.network.subnet.Subnet;

/// How a network's machines on a host are told their addresses: by the same address and MAC on every host.
///
/// @param domain what the machines' names end in; empty for nothing
record DhcpPlan(String namespace, String cable, Mac mac, String domain, List<Served> subnets) {

    DhcpPlan {
        subnets = List.copyOf(subnets);
    }

    /// A subnet, and the server's own address on it.
    record Served(Subnet subnet, Ip own) {

        Cidr cidr() {
            return subnet.cidr();
        }
    }
}
