package org.cumulet.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// Secrets of this cloud: made at its first start, kept in files that only the owner can read.
record Secrets(CloudFolder folder) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets keptIn(CloudFolder folder) {
        return new Secrets(folder);
    }

    String adminPassword() throws IOException {
        return kept("admin-password", 18);
    }

    String servicePassword() throws IOException {
        return kept("service-password", 24);
    }

    /// 32 bytes, Base64: what encrypts at rest.
    String encryptionKey() throws IOException {
        return kept("secret-key", 32);
    }

    String databasePassword(String service) throws IOException {
        return kept("database-" + service, 24);
    }

    private String kept(String name, int bytes) throws IOException {
        var file = folder.secret(name);
        if (!Files.exists(file)) {
            make(name, bytes);
        }
        return Files.readString(file).strip();
    }

    /// Whole or not at all, and closed to others before anything is in it.
    private void make(String name, int bytes) throws IOException {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        var encoder = name.equals("secret-key")
                ? Base64.getEncoder()
                : Base64.getUrlEncoder().withoutPadding();
        var next = folder.secret(name + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, encoder.encodeToString(random) + "\n");
        Files.move(next, folder.secret(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
