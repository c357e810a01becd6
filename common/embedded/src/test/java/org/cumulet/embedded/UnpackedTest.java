package org.cumulet.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {

    @TempDir
    Path folder;

    @Test
    void isDoneOnceHoweverManyAsk() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Path> unpack = () -> Unpacked.postgres(folder);
            var places =
                    pool.invokeAll(IntStream.range(0, 4).mapToObj(_ -> unpack).toList());

            for (var place : places) {
                assertThat(place.get()).isEqualTo(folder.resolve("postgresql-" + Unpacked.version("postgresql")));
            }
        }
        assertThat(folder.resolve("postgresql-%s/bin/postgres".formatted(Unpacked.version("postgresql"))))
                .isExecutable();
    }

    @Test
    void startsAgainWhereItWasInterrupted() throws Exception {
        var half = folder.resolve("postgresql-%s.new/bin".formatted(Unpacked.version("postgresql")));
        Files.createDirectories(half);
        Files.writeString(half.resolve("postgres"), "half of it");

        var place = Unpacked.postgres(folder);

        assertThat(place.resolve("bin/postgres")).isExecutable();
        assertThat(half).doesNotExist();
    }

    @Test
    void refusesAPlaceItCannotWriteTo() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> Unpacked.kafka(file.resolve("runtime")))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("Cannot unpack kafka-");
    }
}
