package org.cumulet.image.data;

import java.util.OptionalLong;
import org.cumulet.api.fault.Fault;
import org.cumulet.image.image.ImageUploadService;
import org.cumulet.image.image.ImageUploadService.Upload;

/// The room that an upload may fill: all that was announced, or else more and more of it, so that many uploads together
/// stay within the quota.
///
/// Step by step it is asked too whether the bytes are still wanted.
final class Reservation {

    private static final long STEP = 64L << 20;

    private final ImageUploadService uploads;
    private final Upload upload;
    private final OptionalLong announced;
    private final long largest;
    private long askedAt;
    private long granted;

    Reservation(ImageUploadService uploads, Upload upload, OptionalLong announced, long largest) {
        this.uploads = uploads;
        this.upload = upload;
        this.announced = announced;
        this.largest = largest;
    }

    void begin() {
        ask(announced.orElse(0));
    }

    void mustHold(long bytes) {
        if (bytes > granted || bytes > askedAt + STEP) {
            ask(Math.max(bytes, announced.orElse(0)));
            askedAt = bytes;
        }
    }

    private void ask(long needed) {
        if (needed > largest) {
            throw new Fault.TooLarge(
                    "The image is larger than %d bytes, which is the most one image may have.".formatted(largest));
        }
        granted = uploads.reserve(upload, needed, announced.orElse(Math.min(needed + STEP, largest)));
    }
}
