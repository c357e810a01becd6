package org.cumulet.image.format;

import java.util.Optional;

/// The mark of a partition table (MBR, and GPT behind its protective MBR): a disk as it is, bootable as such.
final class PartitionTable implements Format {

    private static final int MARK_AT = 510;

    @Override
    public String title() {
        return "partitioned disk";
    }

    @Override
    public Optional<DiskFormat> answersTo() {
        return Optional.of(DiskFormat.RAW);
    }

    @Override
    public void follow(Trail trail) {
        trail.read(MARK_AT, 2, mark -> {
            if (mark.u16(0) == 0xaa55) {
                trail.recognise();
                trail.understand(0);
            }
        });
    }
}
