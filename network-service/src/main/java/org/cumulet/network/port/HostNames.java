package org.cumulet.network.port;

import java.util.UUID;

/// How things are called on a host, where a name has 15 characters.
public final class HostNames {

    private static final int BEGINNING = 11;

    private HostNames() {}

    /// The bridge of a network.
    public static String bridge(UUID network) {
        return "cb-" + beginning(network);
    }

    /// The interface by which a machine is plugged into it.
    public static String tap(UUID port) {
        return "tap" + beginning(port);
    }

    /// The tunnel of a network.
    public static String tunnel(UUID network) {
        return "vx-" + beginning(network);
    }

    /// The end of the DHCP server's cable that is plugged into the bridge.
    public static String dhcpCable(UUID network) {
        return "cd-" + beginning(network);
    }

    /// The namespace of the DHCP server.
    public static String namespace(UUID network) {
        return "cumulet-" + network.toString().substring(0, 8);
    }

    private static String beginning(UUID id) {
        return id.toString().substring(0, BEGINNING);
    }
}
