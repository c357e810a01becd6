package org.cumulet.image.data;

import org.cumulet.api.fault.Fault;
import org.cumulet.image.image.ImageUploadService;
import org.cumulet.image.image.ImageUploadService.Upload;

/// The room that an upload may fill, made larger step by step, so that many uploads together stay within the quota.
///
/// Every step asks at the same time whether the bytes are still wanted.
final class Reservation {

    private static final long STEP = 64L << 20;

    private final ImageUploadService uploads;
    private final Upload upload;
    private final long largest;
    private long granted;

    Reservation(ImageUploadService uploads, Upload upload, long largest) {
        this.uploads = uploads;
        this.upload = upload;
        this.largest = largest;
    }

    void mustHold(long bytes) {
        if (bytes > largest) {
            throw new Fault.TooLarge(
                    "The image is larger than %d bytes, which is the most one image may have.".formatted(largest));
        }
        if (bytes > granted) {
            granted = uploads.reserve(upload, bytes, Math.min(bytes + STEP, largest));
        }
    }
}
