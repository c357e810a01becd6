package org.cumulet.image.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// ISO 9660. What stands in front of its first descriptor is anybody's: hence the polyglots.
final class Iso implements Format {

    private static final byte[] MAGIC = "CD001".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_DESCRIPTOR = 16 * 2048;

    @Override
    public String title() {
        return "iso";
    }

    @Override
    public Optional<DiskFormat> answersTo() {
        return Optional.of(DiskFormat.ISO);
    }

    @Override
    public void follow(Trail trail) {
        trail.read(FIRST_DESCRIPTOR + 1, MAGIC.length, magic -> {
            if (magic.has(0, MAGIC)) {
                trail.recognise();
            }
        });
    }

    /// It is shown to the guest as it is.
    @Override
    public void atEnd(Trail trail, Passage passage) {
        if (trail.isRecognised()) {
            trail.understand(passage.length());
        }
    }
}
