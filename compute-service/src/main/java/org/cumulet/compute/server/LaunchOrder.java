package org.cumulet.compute.server;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one accepted request asks of each of its servers, everything looked up and checked.
///
/// @param hostname the guest's own name; else made from the server's name
/// @param userData as it came, base64
/// @param adminPasswordHash in crypt(3)'s SHA-512 form: the password itself is answered once and kept nowhere
/// @param diskConfig `AUTO` or `MANUAL`
public record LaunchOrder(
        String project,
        String user,
        String reservation,
        int count,
        String name,
        @Nullable String description,
        @Nullable String hostname,
        UUID image,
        ServerFlavor flavor,
        @Nullable LoginKey key,
        @Nullable String userData,
        @Nullable String adminPasswordHash,
        boolean configDrive,
        String diskConfig,
        @Nullable String accessIpv4,
        @Nullable String accessIpv6,
        Map<String, String> metadata,
        List<String> tags,
        List<NetworkWish> networks,
        List<SecurityGroupWish> securityGroups,
        Placement placement) {

    public LaunchOrder {
        metadata = Map.copyOf(metadata);
        tags = List.copyOf(tags);
        networks = List.copyOf(networks);
        securityGroups = List.copyOf(securityGroups);
    }

    /// The same for so many.
    public LaunchOrder of(int number) {
        return number == count
                ? this
                : new LaunchOrder(
                        project,
                        user,
                        reservation,
                        number,
                        name,
                        description,
                        hostname,
                        image,
                        flavor,
                        key,
                        userData,
                        adminPasswordHash,
                        configDrive,
                        diskConfig,
                        accessIpv4,
                        accessIpv6,
                        metadata,
                        tags,
                        networks,
                        securityGroups,
                        placement);
    }

    /// Servers of one request are told apart by a number at the end of the name.
    String nameOf(int index) {
        return count == 1 ? name : name + "-" + (index + 1);
    }

    String hostnameOf(int index, UUID server) {
        if (hostname == null) {
            return Hostname.from(nameOf(index), server);
        }
        return count == 1 ? hostname : hostname + "-" + (index + 1);
    }
}
