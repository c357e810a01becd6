package org.cumulet.database.backup;

import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.cumulet.blobs.Blobs;
import org.cumulet.blobs.Incoming;
import org.cumulet.database.DatabaseSettings;
import org.cumulet.database.dump.Contents;
import org.cumulet.database.secret.Sealer;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// Where dumps are kept: compressed, encrypted unless told otherwise, in files named after what is in them. One that is
/// cut short is never there.
@Singleton
class Shelf {

    private static final int CHUNK = 1 << 16;

    /// Writes a dump.
    @FunctionalInterface
    interface Writer {
        Contents write(OutputStream out) throws SQLException, IOException;
    }

    private final Blobs blobs;
    private final Sealer sealer;
    private final boolean encrypt;

    Shelf(@Service("database") Blobs blobs, Sealer sealer, DatabaseSettings settings) {
        this.blobs = blobs;
        this.sealer = sealer;
        this.encrypt = settings.backup().encrypt();
    }

    Kept keep(UUID backup, Writer writer) throws SQLException, IOException {
        var key = encrypt ? randomKey() : null;
        try (var incoming = blobs.receive(UUID.randomUUID())) {
            Contents contents;
            try (var out = new GZIPOutputStream(locked(new ToIncoming(incoming), key), CHUNK)) {
                contents = writer.write(out);
            }
            var fingerprint = incoming.seal();
            blobs.keep(incoming, fingerprint);
            return new Kept(
                    fingerprint.sha512(), fingerprint.size(), key == null ? null : sealed(backup, key), contents);
        }
    }

    private static OutputStream locked(OutputStream out, @Nullable SecretKey key) {
        return key == null ? out : new SealedOutput(out, key);
    }

    /// The dump as it was written.
    InputStream open(UUID backup, String sha512, byte @Nullable [] sealedKey) throws IOException {
        InputStream kept = new BufferedInputStream(Files.newInputStream(blobs.file(sha512)), CHUNK);
        if (sealedKey != null) {
            kept = new SealedInput(kept, key(Base64.getDecoder().decode(sealer.open(backup, sealedKey))));
        }
        return new GZIPInputStream(kept, CHUNK);
    }

    void remove(String sha512) {
        blobs.remove(sha512);
    }

    /// Takes away what died on its way in.
    void tidy() {
        blobs.reclaimAbandoned();
    }

    /// What was kept before that time.
    Iterable<String> before(Instant time) {
        return blobs.hashes().stream().filter(sha512 -> isOlder(sha512, time)).toList();
    }

    private boolean isOlder(String sha512, Instant time) {
        try {
            return Files.getLastModifiedTime(blobs.file(sha512)).toInstant().isBefore(time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SecretKey randomKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return key(bytes);
    }

    private static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private byte[] sealed(UUID backup, SecretKey key) {
        return sealer.seal(backup, Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    /// As a stream.
    private static final class ToIncoming extends OutputStream {

        private final Incoming incoming;

        ToIncoming(Incoming incoming) {
            this.incoming = incoming;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            incoming.write(offset == 0 ? bytes : Arrays.copyOfRange(bytes, offset, offset + length), length);
        }
    }
}
