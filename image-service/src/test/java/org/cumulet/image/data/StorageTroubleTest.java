package org.cumulet.image.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cumulet.api.fault.Fault;
import org.junit.jupiter.api.Test;

class StorageTroubleTest {

    @Test
    void aFullDiskIsSaidSo() {
        var full = catchThrowableOfType(IOException.class, () -> {
            try (var disk = new FileOutputStream("/dev/full")) {
                disk.write(1);
            }
        });

        assertThat(StorageTrouble.worded(full))
                .isInstanceOf(Fault.TooLarge.class)
                .hasMessage("Image storage media is full: delete images, or ask the operator for room.");
    }

    @Test
    void anythingElseMayPass() {
        var missing = catchThrowableOfType(
                IOException.class,
                () -> Files.newOutputStream(Path.of("/nowhere/at/all")).close());

        assertThat(StorageTrouble.worded(missing))
                .isInstanceOf(Fault.Unavailable.class)
                .hasMessageNotContaining("/nowhere");
    }
}
