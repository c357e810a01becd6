package org.cumulet.compute.server;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A card the server has: our own copy of its port, so that lists of servers ask nobody.
///
/// @param ours true when the port was made for this server, so that it goes with it
public record Nic(
        UUID port,
        UUID network,
        String networkName,
        String mac,
        List<FixedIp> fixedIps,
        boolean ours,
        @Nullable String tag) {

    public Nic {
        fixedIps = List.copyOf(fixedIps);
    }

    /// An address of a port.
    public record FixedIp(String address, UUID subnet) {
        /// 4 or 6.
        public int version() {
            return address.indexOf(':') < 0 ? 4 : 6;
        }
    }
}
