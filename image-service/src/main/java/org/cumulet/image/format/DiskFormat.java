package org.cumulet.image.format;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How the bytes of a disk are arranged, as the image API names it.
public enum DiskFormat {
    AMI,
    ARI,
    AKI,
    VHD,
    VHDX,
    VMDK,
    RAW,
    QCOW2,
    VDI,
    PLOOP,
    ISO;

    /// The name on the wire.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DiskFormat> named(String wire) {
        return Stream.of(values()).filter(format -> format.wire().equals(wire)).findFirst();
    }

    /// Bytes that mean nothing by themselves may be called so.
    boolean isPlain() {
        return switch (this) {
            case RAW, AMI, ARI, AKI, PLOOP -> true;
            case VHD, VHDX, VMDK, QCOW2, VDI, ISO -> false;
        };
    }
}
