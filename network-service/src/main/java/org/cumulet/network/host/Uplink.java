package org.cumulet.network.host;

import java.util.List;
import java.util.Optional;
import org.cumulet.network.address.Ip;

/// How a network's frames leave a host.
sealed interface Uplink {

    /// The interface on the host.
    String device();

    /// By an interface of the host that has no other use.
    record Flat(String device) implements Uplink {}

    /// In UDP, to each of the other hosts that carry the network.
    ///
    /// @param own the host's own address, where it has one that others reach
    record Vxlan(String device, int id, Optional<Ip> own, List<Ip> peers) implements Uplink {

        public Vxlan {
            peers = List.copyOf(peers);
        }
    }
}
