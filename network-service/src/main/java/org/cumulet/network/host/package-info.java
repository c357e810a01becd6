/// What the records mean on a host: bridges, tunnels, DHCP, filters.
@NullMarked
package org.cumulet.network.host;

import org.jspecify.annotations.NullMarked;
