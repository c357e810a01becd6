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

    /// The key is made before there are data: data without it can never be read again.
    ///
    /// @throws CannotStart when the key is gone and the data are not
    static Secrets keptIn(CloudFolder folder) throws IOException {
        var key = folder.secret("secret-key");
        if (!Files.exists(key) && Files.exists(folder.postgres())) {
            throw new CannotStart(
                    "The folder %s is damaged (no %s in it, which opens what the database keeps sealed): bring it back from a backup, or choose another with CUMULET_HOME=…"
                            .formatted(folder.home(), folder.home().relativize(key)));
        }
        var secrets = new Secrets(folder);
        secrets.encryptionKey();
        return secrets;
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
        var secret = Files.readString(file).strip();
        if (secret.isEmpty()) {
            throw new CannotStart("The secret %s is empty: bring it back from a backup.".formatted(file));
        }
        return secret;
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
