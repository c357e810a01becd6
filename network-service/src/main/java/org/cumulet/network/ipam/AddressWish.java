package org.cumulet.network.ipam;

import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.address.Ip;

/// An address that a port is to have: a certain one, any of a subnet, or both.
public record AddressWish(Optional<UUID> subnet, Optional<Ip> address) {

    public static AddressWish in(UUID subnet) {
        return new AddressWish(Optional.of(subnet), Optional.empty());
    }
}
