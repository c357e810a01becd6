package org.cumulet.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// What a JVM has loaded, kept beside its jars: the first one writes it as it ends, and all later ones start a second
/// sooner.
record ClassArchive(Path kept, Path growing) {

    /// Each JDK has its own.
    static ClassArchive of(Path jars, Home home) {
        var name = "classes-%s.jsa".formatted(Runtime.version());
        return new ClassArchive(jars.resolve(name), home.file(name));
    }

    String option() {
        return Files.exists(kept) ? "-XX:SharedArchiveFile=" + kept : "-XX:ArchiveClassesAtExit=" + growing;
    }

    /// To be called after the JVM has ended well.
    void keep() {
        try {
            if (Files.exists(growing)) {
                Files.move(growing, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException _) {
            // without it the next start takes a second longer, no more
        }
    }
}
