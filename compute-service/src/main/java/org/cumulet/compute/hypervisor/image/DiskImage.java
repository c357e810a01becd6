package org.cumulet.compute.hypervisor.image;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a disk begins as.
///
/// @param hash of all its bytes, SHA-512 in hexadecimal
/// @param size in bytes
/// @param virtualSize how large the disk is, in bytes; null where the format does not say
public record DiskImage(
        UUID id,
        Format format,
        String hash,
        long size,
        @Nullable Long virtualSize) {

    private static final Pattern SHA_512 = Pattern.compile("[0-9a-f]{128}");
    private static final long GIB = 1L << 30;

    /// What a guest can boot from.
    public enum Format {
        QCOW2,
        RAW;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DiskImage {
        if (!SHA_512.matcher(hash).matches()) {
            throw new IllegalArgumentException("Not a SHA-512: " + hash);
        }
    }

    /// What it is called on hosts. Images with the same bytes are one.
    public String fileName() {
        return hash + "." + format.text();
    }

    /// The least size of a disk made of it, in GiB.
    public long leastGib() {
        return Math.ceilDiv(virtualSize == null ? size : virtualSize, GIB);
    }
}
