package org.cumulet.network.subnet;

import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;

/// A way that machines on a subnet learn by DHCP.
public record HostRoute(Cidr destination, Ip nexthop) {}
