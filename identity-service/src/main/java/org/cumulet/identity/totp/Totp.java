package org.cumulet.identity.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// RFC 6238 as all devices do it: SHA-1, six digits, thirty seconds.
final class Totp {

    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /// In which of the half minutes, this one and the one before, the secret gives this passcode.
    ///
    /// @param secret in Base32
    static Optional<Long> step(String secret, String passcode, Instant now) {
        var key = decode(secret);
        var current = now.getEpochSecond() / SECONDS;
        return LongStream.of(current, current - 1)
                .filter(step -> MessageDigest.isEqual(passcode(key, step).getBytes(UTF_8), passcode.getBytes(UTF_8)))
                .boxed()
                .findFirst();
    }

    /// What the device shows at this time.
    static String passcode(String secret, Instant now) {
        return passcode(decode(secret), now.getEpochSecond() / SECONDS);
    }

    private static String passcode(byte[] key, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What is no Base32 is skipped; a secret without anything else is one byte, which nobody's device has.
    private static byte[] decode(String base32) {
        var bytes = new ByteArrayOutputStream();
        var bits = 0;
        var buffer = 0;
        for (var letter : base32.toUpperCase(Locale.ROOT).toCharArray()) {
            var value = ALPHABET.indexOf(letter);
            if (value >= 0) {
                buffer = (buffer << 5 | value) & 0xfff;
                bits += 5;
                if (bits >= 8) {
                    bits -= 8;
                    bytes.write(buffer >> bits);
                }
            }
        }
        return bytes.size() == 0 ? new byte[1] : bytes.toByteArray();
    }
}
