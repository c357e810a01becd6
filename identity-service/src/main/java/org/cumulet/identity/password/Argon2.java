package org.cumulet.identity.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id, written as others write it: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. The cost is in the text, so that
/// raising it leaves old passwords valid.
final class Argon2 {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final Base64.Encoder ENCODE = Base64.getEncoder().withoutPadding();
    private static final Base64.Decoder DECODE = Base64.getDecoder();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Argon2() {}

    /// What one guess costs.
    record Cost(int kibibytes, int passes, int lanes) {

        @Override
        public String toString() {
            return "m=%d,t=%d,p=%d".formatted(kibibytes, passes, lanes);
        }
    }

    static String hash(String password, Cost cost) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return text(cost, salt, hash(password, salt, cost, HASH_BYTES));
    }

    /// The hash of no password: it takes as long to find out as with a real one.
    static String ofNobody(Cost cost) {
        return text(cost, new byte[SALT_BYTES], new byte[HASH_BYTES]);
    }

    private static String text(Cost cost, byte[] salt, byte[] hash) {
        return "$argon2id$v=19$%s$%s$%s".formatted(cost, ENCODE.encodeToString(salt), ENCODE.encodeToString(hash));
    }

    /// Whether a guess at this hash costs this much.
    static boolean costs(String hash, Cost cost) {
        return hash.startsWith("$argon2id$v=19$" + cost + "$");
    }

    static boolean matches(String password, String hash) {
        var parts = FORM.matcher(hash);
        if (!parts.matches()) {
            return false;
        }
        var cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        var expected = DECODE.decode(parts.group(5));
        return MessageDigest.isEqual(expected, hash(password, DECODE.decode(parts.group(4)), cost, expected.length));
    }

    private static byte[] hash(String password, byte[] salt, Cost cost, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(UTF_8), hash);
        return hash;
    }
}
