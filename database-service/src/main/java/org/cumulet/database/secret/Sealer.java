package org.cumulet.database.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Seals administrators' passwords and users' verifiers, with a key that comes from `cumulet.secret-key`. What was
/// sealed for one row opens for that row only.
@Singleton
public class Sealer {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;

    /// @param secret the one secret of this deployment
    Sealer(@ConfigProperty(name = "cumulet.secret-key") String secret) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret.getBytes(UTF_8))
                    .thenExpand("cumulet database: seal".getBytes(UTF_8), 32);
            this.key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Encrypts; the nonce leads.
    ///
    /// @param whose the row it is kept in
    public byte[] seal(Object whose, String open) {
        try {
            var nonce = new byte[NONCE];
            new SecureRandom().nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, whose).doFinal(open.getBytes(UTF_8));
            var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Decrypts.
    ///
    /// @throws IllegalStateException when it was sealed with another secret key, or for another row
    public String open(Object whose, byte[] sealed) {
        try {
            var open = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), whose)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
            return new String(open, UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "cumulet.secret-key is not the one that this secret was sealed with: put the old one back", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Object whose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(whose.toString().getBytes(UTF_8));
        return cipher;
    }
}
