package org.cumulet.database.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// Encrypts a stream in pieces (AES-256-GCM). Each piece knows its place and whether it is the last: none can be taken
/// away, doubled or moved. A key is for one stream only.
final class SealedOutput extends FilterOutputStream {

    private final SecretKey key;
    private final byte[] piece = new byte[SealedPiece.LENGTH];
    private int filled;
    private long number;

    SealedOutput(OutputStream out, SecretKey key) {
        super(out);
        this.key = key;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var from = offset;
        var left = length;
        while (left > 0) {
            if (filled == piece.length) {
                seal(false);
            }
            var some = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, some);
            filled += some;
            from += some;
            left -= some;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            var sealed =
                    SealedPiece.cipher(Cipher.ENCRYPT_MODE, key, number, last).doFinal(piece, 0, filled);
            out.write(ByteBuffer.allocate(5)
                    .putInt(sealed.length)
                    .put((byte) (last ? 1 : 0))
                    .array());
            out.write(sealed);
            number++;
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// Nothing is held back longer than to the end of its piece.
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        seal(true);
        out.close();
    }
}
