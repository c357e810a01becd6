package org.cumulet.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;

/// What a server writes about itself, from this start on.
record Log(Path file, long before) {

    private static final long LONG = 16L << 20;

    /// A long log makes room for a new one.
    static Log at(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > LONG) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new Log(file, Files.exists(file) ? Files.size(file) : 0);
    }

    boolean says(String words) {
        return lines().anyMatch(line -> line.contains(words));
    }

    /// Why the server did not start, as far as it says so itself, and what to do.
    EmbeddedException failure(String server, Path data, String... marks) {
        if (says("No space left on device")) {
            return new EmbeddedException("The disk under %s is full: make room and start again.".formatted(data));
        }
        var reason = lines().filter(line -> Arrays.stream(marks).anyMatch(line::contains))
                .findFirst()
                .orElse("it gave no reason");
        return new EmbeddedException(
                "%s does not start on the data in %s (%s): see %s; bring the folder back from a backup, or move it away to start empty."
                        .formatted(server, data, reason, file));
    }

    private Stream<String> lines() {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(before);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
