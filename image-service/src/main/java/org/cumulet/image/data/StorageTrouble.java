package org.cumulet.image.data;

import java.io.IOException;
import java.util.List;
import org.cumulet.api.fault.Fault;

/// What a caller is told when our disk does not take bytes.
final class StorageTrouble {

    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "File too large");

    private StorageTrouble() {}

    static Fault worded(IOException trouble) {
        var said = String.valueOf(trouble.getMessage());
        return FULL.stream().anyMatch(said::contains)
                ? new Fault.TooLarge("Image storage media is full: delete images, or ask the operator for room.")
                        .because(trouble)
                : new Fault.Unavailable("Image storage media cannot be written; try again later.").because(trouble);
    }
}
