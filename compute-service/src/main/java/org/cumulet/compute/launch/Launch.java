package org.cumulet.compute.launch;

import java.util.List;
import java.util.UUID;
import org.cumulet.compute.cabling.PlugWish;
import org.cumulet.compute.hypervisor.Guest.Card;
import org.cumulet.compute.hypervisor.image.DiskImage;
import org.cumulet.compute.scheduling.PlaceWish;
import org.cumulet.compute.server.HostRef;
import org.cumulet.compute.server.NetworkWish;
import org.cumulet.compute.server.Placement;
import org.cumulet.compute.server.SecurityGroupWish;
import org.cumulet.compute.server.Server;
import org.jspecify.annotations.Nullable;

/// What is known of a launch so far. Nothing secret: that stays with the server's row.
///
/// @param host where it has a place
/// @param cards what it is plugged in with
/// @param disk what its disk begins as
record Launch(
        UUID server,
        String project,
        String user,
        Size size,
        Placement placement,
        UUID image,
        List<NetworkWish> networks,
        List<SecurityGroupWish> securityGroups,
        @Nullable HostRef host,
        List<Card> cards,
        @Nullable DiskImage disk) {

    private static final int MIB_IN_A_GIB = 1024;

    /// What it takes from a host.
    ///
    /// @param memory in MiB
    /// @param disk in GiB
    record Size(int vcpus, int memory, int disk) {}

    Launch {
        networks = List.copyOf(networks);
        securityGroups = List.copyOf(securityGroups);
        cards = List.copyOf(cards);
    }

    static Launch of(Server server) {
        var flavor = server.flavor();
        return new Launch(
                server.id(),
                server.project(),
                server.user(),
                new Size(
                        flavor.vcpus(),
                        flavor.ram(),
                        flavor.disk() + flavor.ephemeral() + Math.ceilDiv(flavor.swap(), MIB_IN_A_GIB)),
                server.placement(),
                server.image(),
                server.networks(),
                server.securityGroups(),
                null,
                List.of(),
                null);
    }

    Launch on(HostRef place) {
        return new Launch(server, project, user, size, placement, image, networks, securityGroups, place, cards, disk);
    }

    Launch with(List<Card> plugged) {
        return new Launch(server, project, user, size, placement, image, networks, securityGroups, host, plugged, disk);
    }

    Launch from(DiskImage found) {
        return new Launch(server, project, user, size, placement, image, networks, securityGroups, host, cards, found);
    }

    PlaceWish place() {
        return new PlaceWish(server, project, user, size.vcpus(), size.memory(), size.disk(), placement);
    }

    PlugWish plugs() {
        return new PlugWish(server, project, mustHaveHost(), networks, securityGroups);
    }

    HostRef mustHaveHost() {
        if (host == null) {
            throw new IllegalStateException("Server " + server + " has no host yet");
        }
        return host;
    }

    DiskImage mustHaveDisk() {
        if (disk == null) {
            throw new IllegalStateException("Server " + server + " has no image yet");
        }
        return disk;
    }
}
