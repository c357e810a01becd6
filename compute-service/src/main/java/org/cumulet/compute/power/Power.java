package org.cumulet.compute.power;

import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.server.HostRef;
import org.cumulet.compute.server.Server;

/// A server that shall be switched on or off, and where it is.
///
/// @param hard without asking the guest
record Power(UUID server, HostRef host, boolean hard) {

    static Power of(Server server, boolean hard) {
        var host =
                server.host().orElseThrow(() -> new Fault.Conflict("Instance %s is on no host".formatted(server.id())));
        return new Power(server.id(), host, hard);
    }
}
