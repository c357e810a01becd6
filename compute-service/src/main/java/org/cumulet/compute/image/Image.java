package org.cumulet.compute.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An image: what it asks of a flavor.
///
/// @param minDisk in GiB
/// @param minRam in MiB
/// @param size of the file, in bytes
/// @param virtualSize of the disk in it, in bytes
@JsonIgnoreProperties(ignoreUnknown = true)
public record Image(
        UUID id,
        String status,
        int minDisk,
        int minRam,
        @Nullable Long size,
        @Nullable Long virtualSize) {

    public boolean isUsable() {
        return "active".equals(status);
    }

    /// How much disk it takes at least, in bytes.
    public long leastDisk() {
        var real = virtualSize == null ? size : virtualSize;
        return Math.max(real == null ? 0 : real, minDisk * (1L << 30));
    }
}
