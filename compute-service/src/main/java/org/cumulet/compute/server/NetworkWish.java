package org.cumulet.compute.server;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One card a server shall have.
///
/// @param network the network it is plugged into
/// @param name the network's name: the label of the server's addresses
/// @param port a port that exists already and is used; else one is made
/// @param fixedIp the address the new port shall have; else any
/// @param tag the name under which the guest finds this device
public record NetworkWish(
        UUID network,
        String name,
        @Nullable UUID port,
        @Nullable String fixedIp,
        @Nullable String tag) {}
