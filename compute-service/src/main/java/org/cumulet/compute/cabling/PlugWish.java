package org.cumulet.compute.cabling;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.compute.server.HostRef;
import org.cumulet.compute.server.NetworkWish;
import org.cumulet.compute.server.SecurityGroupWish;

/// What a server is to be plugged into, and where it is.
public record PlugWish(
        UUID server, String project, HostRef host, List<NetworkWish> networks, List<SecurityGroupWish> securityGroups) {

    public PlugWish {
        networks = List.copyOf(networks);
        securityGroups = List.copyOf(securityGroups);
    }

    /// Ports that were there before the server.
    public List<UUID> given() {
        return networks.stream().flatMap(wish -> Stream.ofNullable(wish.port())).toList();
    }
}
