package org.cumulet.database.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/// What MySQL's `caching_sha2_password` keeps of a password: SHA-crypt with SHA-256 and 5000 rounds, as
/// Ulrich Drepper's specification has it, but with a salt of 20 characters.
final class CachingSha2 {

    private static final int ROUNDS = 5000;
    private static final int SALT = 20;
    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private CachingSha2() {}

    static String of(String password) {
        var salt = new StringBuilder();
        new SecureRandom().ints(SALT, 0, ALPHABET.length()).forEach(i -> salt.append(ALPHABET.charAt(i)));
        return of(password, salt.toString());
    }

    static String of(String password, String salt) {
        return "$A$%03X$%s%s"
                .formatted(ROUNDS / 1000, salt, written(digest(password.getBytes(UTF_8), salt.getBytes(ISO_8859_1))));
    }

    private static byte[] digest(byte[] password, byte[] salt) {
        var sha = sha256();
        var mixed = hash(sha, password, salt, password);
        var first = hash(sha, password, salt, repeated(mixed, password.length), steps(password, mixed));
        var ps = repeated(hash(sha, many(password, password.length)), password.length);
        var ss = repeated(hash(sha, many(salt, 16 + (first[0] & 0xff))), salt.length);
        var digest = first;
        for (int round = 0; round < ROUNDS; round++) {
            var odd = round % 2 == 1;
            sha.update(odd ? ps : digest);
            if (round % 3 != 0) {
                sha.update(ss);
            }
            if (round % 7 != 0) {
                sha.update(ps);
            }
            digest = sha.digest(odd ? digest : ps);
        }
        return digest;
    }

    /// For each bit of the password's length, the lowest first.
    private static byte[] steps(byte[] password, byte[] mixed) {
        var steps = new byte[0];
        for (int bits = password.length; bits > 0; bits >>= 1) {
            var next = (bits & 1) == 1 ? mixed : password;
            var from = steps.length;
            steps = Arrays.copyOf(steps, from + next.length);
            System.arraycopy(next, 0, steps, from, next.length);
        }
        return steps;
    }

    private static byte[] hash(MessageDigest sha, byte[]... parts) {
        for (var part : parts) {
            sha.update(part);
        }
        return sha.digest();
    }

    private static byte[] many(byte[] bytes, int times) {
        return repeated(bytes, bytes.length * times);
    }

    private static byte[] repeated(byte[] bytes, int length) {
        var all = new byte[length];
        for (int i = 0; i < length; i++) {
            all[i] = bytes[i % bytes.length];
        }
        return all;
    }

    /// Three bytes in four characters, in the order that the specification has.
    private static String written(byte[] digest) {
        var text = new StringBuilder();
        for (int i = 0, a = 0; i < 10; i++, a = (a + 21) % 30) {
            write(text, digest[a], digest[(a + 10) % 30], digest[(a + 20) % 30], 4);
        }
        write(text, (byte) 0, digest[31], digest[30], 3);
        return text.toString();
    }

    private static void write(StringBuilder text, byte high, byte middle, byte low, int characters) {
        var bits = (high & 0xff) << 16 | (middle & 0xff) << 8 | low & 0xff;
        for (int i = 0; i < characters; i++, bits >>= 6) {
            text.append(ALPHABET.charAt(bits & 63));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
