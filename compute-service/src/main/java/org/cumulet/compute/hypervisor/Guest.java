package org.cumulet.compute.hypervisor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cumulet.compute.hypervisor.drive.ConfigDrive;
import org.cumulet.compute.hypervisor.image.DiskImage;

/// A virtual machine as a hypervisor sees it.
///
/// @param ram in MiB
/// @param disk in GiB; 0 means as large as the image
public record Guest(
        UUID id,
        String project,
        int vcpus,
        int ram,
        int disk,
        DiskImage image,
        List<Card> cards,
        Optional<ConfigDrive> drive) {

    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,14}");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

    /// A network card.
    ///
    /// @param bridge what it is plugged into on the host
    /// @param tap its name on the host
    public record Card(String mac, String bridge, String tap) {
        public Card {
            if (!MAC.matcher(mac).matches()
                    || !INTERFACE.matcher(bridge).matches()
                    || !INTERFACE.matcher(tap).matches()) {
                throw new IllegalArgumentException("Not a card: %s on %s as %s".formatted(mac, bridge, tap));
            }
        }
    }

    public Guest {
        cards = List.copyOf(cards);
    }

    /// What operators see on the host: `instance-` and the server's id.
    public static String domain(UUID id) {
        return "instance-" + id;
    }
}
