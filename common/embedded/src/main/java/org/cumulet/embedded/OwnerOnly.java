package org.cumulet.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files with secrets: readable by their owner alone from the first byte on, never half written.
final class OwnerOnly {

    private OwnerOnly() {}

    static void write(Path file, String content) throws IOException {
        var growing = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(growing);
        Files.createFile(growing, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(growing, content + System.lineSeparator());
        Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
