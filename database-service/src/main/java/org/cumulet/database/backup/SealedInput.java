package org.cumulet.database.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.cumulet.database.dump.Damaged;

/// Decrypts what [SealedOutput] made; whatever was changed or cut off is an [IOException] before it is read.
final class SealedInput extends InputStream {

    private final DataInputStream in;
    private final SecretKey key;
    private byte[] piece = new byte[0];
    private int read;
    private long number;
    private boolean last;

    SealedInput(InputStream in, SecretKey key) {
        this.in = new DataInputStream(in);
        this.key = key;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (read == piece.length) {
            if (last) {
                return -1;
            }
            open();
        }
        var some = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, bytes, offset, some);
        read += some;
        return some;
    }

    private int length() throws IOException {
        try {
            return in.readInt();
        } catch (EOFException e) {
            throw new Damaged("its last piece is missing", e);
        }
    }

    private void open() throws IOException {
        var length = length();
        last = in.readByte() == 1;
        if (length < SealedPiece.TAG || length > SealedPiece.LENGTH + SealedPiece.TAG) {
            throw new Damaged("a piece has no possible length", null);
        }
        var sealed = in.readNBytes(length);
        try {
            piece = SealedPiece.cipher(Cipher.DECRYPT_MODE, key, number++, last).doFinal(sealed);
            read = 0;
        } catch (GeneralSecurityException e) {
            throw new Damaged("a piece is not the one that was kept", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
