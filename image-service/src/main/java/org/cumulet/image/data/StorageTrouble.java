package org.cumulet.image.data;

import java.io.IOException;
import java.util.List;
import org.cumulet.api.fault.Fault;

/// What a caller is told when our disk does not do its part.
final class StorageTrouble {

    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "File too large");

    private StorageTrouble() {}

    static Fault worded(IOException trouble) {
        var said = String.valueOf(trouble.getMessage());
        return FULL.stream().anyMatch(said::contains)
                ? full().because(trouble)
                : new Fault.Unavailable("Image storage media cannot be written; try again later.").because(trouble);
    }

    static Fault full() {
        return new Fault.TooLarge("Image storage media is full: delete images, or ask the operator for room.");
    }

    static Fault missing() {
        return new Fault.Unavailable("Image storage media has lost the data of this image; tell the operator.");
    }
}
