package org.cumulet.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// What a JVM has loaded, kept beside its jars: written by the first one as it ends, it saves the next ones a second.
record ClassArchive(Path kept, Path growing) {

    /// Each JDK has its own.
    static ClassArchive of(Path jars, Home home) {
        var name = "classes-%s.jsa".formatted(Runtime.version());
        var archive = new ClassArchive(jars.resolve(name), home.file(name));
        archive.keep();
        return archive;
    }

    String option() {
        return Files.exists(kept) ? "-XX:SharedArchiveFile=" + kept : "-XX:ArchiveClassesAtExit=" + growing;
    }

    /// Takes over what the last JVM left, if it came to its end: without it the next start is slower, no more.
    void keep() {
        try {
            if (Files.exists(growing) && isComplete(growing)) {
                Files.move(growing, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException _) {
            // the next one tries again
        }
    }

    /// The JVM writes the first bytes last.
    private static boolean isComplete(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            return in.readInt() != 0;
        }
    }
}
