/// Neutron v2.0: networks, subnets, ports, security groups, and their realisation on hosts.
@NullMarked
package org.cumulet.network;

import org.jspecify.annotations.NullMarked;
