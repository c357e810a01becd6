package org.cumulet.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Where tests of the embedded servers work.
final class Folders {

    private Folders() {}

    /// Programs are unpacked once for all tests of this user.
    static Path runtime() {
        return Path.of(System.getProperty("java.io.tmpdir"), "cumulet-runtime-" + System.getProperty("user.name"));
    }

    /// JUnit's folders are closed to others.
    static Path opened(Path folder) {
        try {
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
