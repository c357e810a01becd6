package org.cumulet.network.subnet;

import java.util.List;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;

/// The lists of a subnet.
///
/// @param pools addresses that are given out by themselves
/// @param nameservers what machines ask for names
/// @param routes ways that machines learn
public record SubnetOptions(List<IpRange> pools, List<Ip> nameservers, List<HostRoute> routes) {

    public SubnetOptions {
        pools = List.copyOf(pools);
        nameservers = List.copyOf(nameservers);
        routes = List.copyOf(routes);
    }
}
