package org.cumulet.blobs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// Bytes on their way in, in a file of their own.
///
/// Whoever writes it holds the kernel's lock on it, and loses the lock by dying: so everybody else can see whether
/// these bytes still have somebody who cares.
public final class Incoming implements AutoCloseable {

    private final UUID id;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest md5 = digest("MD5");
    private final MessageDigest sha512 = digest("SHA-512");
    private final Runnable whenClosed;
    private long size;

    Incoming(UUID id, Path file, Runnable whenClosed) throws IOException {
        this.id = id;
        this.file = file;
        this.whenClosed = whenClosed;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
    }

    public void write(byte[] bytes, int length) throws IOException {
        md5.update(bytes, 0, length);
        sha512.update(bytes, 0, length);
        var rest = ByteBuffer.wrap(bytes, 0, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        size += length;
    }

    /// There are no more. From here on they survive a power failure.
    public Fingerprint seal() throws IOException {
        channel.force(true);
        return new Fingerprint(size, hex(md5), hex(sha512));
    }

    public UUID id() {
        return id;
    }

    public long size() {
        return size;
    }

    Path file() {
        return file;
    }

    /// Whatever was not kept is gone.
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            whenClosed.run();
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
