/// How servers are plugged into networks: ports of the network service, bound to the servers' hosts.
@NullMarked
package org.cumulet.compute.cabling;

import org.jspecify.annotations.NullMarked;
