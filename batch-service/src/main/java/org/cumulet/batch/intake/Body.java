package org.cumulet.batch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.cumulet.api.fault.Fault;

/// What a caller sends: read once, as it comes, counted and digested on the way.
final class Body extends InputStream {

    private final InputStream sent;
    private final long most;
    private final MessageDigest digest;
    private long length;

    Body(InputStream sent, long most) {
        this.sent = sent;
        this.most = most;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Makes what was sent beside it a part of what is digested.
    void include(String beside) {
        digest.update(beside.getBytes(UTF_8));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        var count = sent.read(buffer, from, most);
        if (count > 0) {
            digest.update(buffer, from, count);
            length += count;
            if (length > this.most) {
                throw new Fault.TooLarge("The document is larger than %d bytes.".formatted(this.most));
            }
        }
        return count;
    }

    /// SHA-256 of all of it; what was not read yet is read now.
    byte[] digest() throws IOException {
        var rest = new byte[64 * 1024];
        while (read(rest) >= 0) {
            // only to be digested
        }
        return digest.digest();
    }
}
