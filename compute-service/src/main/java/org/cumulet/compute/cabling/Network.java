package org.cumulet.compute.cabling;

import java.util.List;
import java.util.UUID;
import org.cumulet.compute.hypervisor.Guest.Card;
import org.cumulet.compute.server.HostRef;
import org.cumulet.compute.server.Nic;

/// Plugs servers into networks.
public interface Network {

    /// What a server is plugged in with: as its owner sees it, and as its host does.
    record Plugged(List<Nic> nics, List<Card> cards) {
        public Plugged {
            nics = List.copyOf(nics);
            cards = List.copyOf(cards);
        }
    }

    /// Makes or takes the ports asked for, binds them to the host, and makes the host's networks match. The same ports
    /// when asked again.
    Plugged plug(PlugWish wish) throws InterruptedException;

    /// Lets go of all ports of a server: those made for it go, those that were given are free again.
    void unplug(UUID server, List<UUID> given) throws InterruptedException;

    /// Makes the networks of a host match what is plugged there, as after its restart.
    void restore(HostRef host) throws InterruptedException;
}
