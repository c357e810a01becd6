package org.cumulet.image.format;

/// What an image was said to be.
///
/// @param format how its bytes are arranged
/// @param wrapped whether it may come in an archive that hides the disk from us
/// @param largestDisk the most bytes a guest may see
public record Expectation(DiskFormat format, boolean wrapped, long largestDisk) {

    /// Whether bytes that look so may be part of such an image.
    boolean allows(Format found) {
        return found instanceof PartitionTable
                ? format.isPlain() || format == DiskFormat.ISO || format == DiskFormat.VHD
                : found.answersTo().filter(format::equals).isPresent();
    }
}
