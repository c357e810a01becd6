package org.cumulet.compute.hypervisor.libvirt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Bytes that end in an error unless they were the right ones, so that whoever stores them does not.
final class CheckedBytes extends FilterInputStream {

    private final MessageDigest digest;
    private final String expected;

    CheckedBytes(InputStream bytes, String sha512) {
        this(bytes, sha512, sha512());
    }

    private CheckedBytes(InputStream bytes, String expected, MessageDigest digest) {
        super(new DigestInputStream(bytes, digest));
        this.digest = digest;
        this.expected = expected;
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        checkAtEnd(one);
        return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        var many = super.read(buffer, from, length);
        checkAtEnd(many);
        return many;
    }

    private void checkAtEnd(int read) throws IOException {
        if (read < 0
                && !HexFormat.of()
                        .formatHex(((MessageDigest) clone(digest)).digest())
                        .equals(expected)) {
            throw new IOException("The image that arrived is not the one that was asked for");
        }
    }

    /// The end may be read more than once.
    private static Object clone(MessageDigest digest) {
        try {
            return digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
