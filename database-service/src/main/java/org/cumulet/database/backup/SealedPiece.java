package org.cumulet.database.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// How a piece of an encrypted stream is encrypted.
final class SealedPiece {

    static final int LENGTH = 1 << 16;
    static final int TAG = 16;

    private SealedPiece() {}

    static Cipher cipher(int mode, SecretKey key, long number, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(12).putInt(last ? 1 : 0).putLong(number).array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        return cipher;
    }
}
