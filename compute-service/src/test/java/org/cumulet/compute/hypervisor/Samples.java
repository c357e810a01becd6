package org.cumulet.compute.hypervisor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.compute.hypervisor.Guest.Card;
import org.cumulet.compute.hypervisor.Host.Virtualisation;
import org.cumulet.compute.hypervisor.drive.ConfigDrive;
import org.cumulet.compute.hypervisor.image.DiskImage;
import org.cumulet.ssh.Machine;

/// A host, an image and guests to try things on.
public final class Samples {

    public static final byte[] BYTES = "the bytes of an image".getBytes(StandardCharsets.UTF_8);

    private Samples() {}

    public static Host host() {
        return host(Virtualisation.QEMU);
    }

    public static Host host(Virtualisation virtualisation) {
        var machine = Machine.local("compute1");
        return new Host(UUID.randomUUID(), "compute1", machine, virtualisation, "/var/lib/cumulet/instances", Map.of());
    }

    public static DiskImage image() {
        return new DiskImage(UUID.randomUUID(), DiskImage.Format.QCOW2, sha512(BYTES), BYTES.length, 2L << 30);
    }

    public static Guest guest(DiskImage image, int disk) {
        var id = UUID.randomUUID();
        var card = new Card("fa:16:3e:00:00:01", "brcum12345678", "tapb1f3a9c4-58");
        return new Guest(id, "demo", 2, 512, disk, image, List.of(card), Optional.of(drive(id)));
    }

    public static ConfigDrive drive(UUID id) {
        return new ConfigDrive(
                id,
                "demo",
                "web",
                "web",
                0,
                "nova",
                Map.of(),
                Map.of("mine", "ssh-ed25519 AAAA me"),
                List.of(),
                null,
                null);
    }

    public static String sha512(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
