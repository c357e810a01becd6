package org.cumulet.image.traits;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is around the disk.
public enum ContainerFormat {
    AMI,
    ARI,
    AKI,
    BARE,
    OVF,
    OVA,
    DOCKER,
    COMPRESSED;

    /// The name on the wire.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ContainerFormat> named(String wire) {
        return Stream.of(values()).filter(it -> it.wire().equals(wire)).findFirst();
    }

    /// Whether the file may be an archive with the disk somewhere in it.
    public boolean isWrapping() {
        return switch (this) {
            case AMI, ARI, AKI, BARE -> false;
            case OVF, OVA, DOCKER, COMPRESSED -> true;
        };
    }
}
