package org.cumulet.compute.create;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.jspecify.annotations.Nullable;

/// The password of a new server's first user: answered once. What goes on to the guest is its hash.
record AdminPassword(String text, String hash) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 12;

    /// Without what is easily mistaken for something else.
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// @param wish what the caller wants it to be, if anything
    static AdminPassword of(@Nullable String wish) {
        var text = wish == null || wish.isEmpty() ? random() : wish;
        return new AdminPassword(text, Sha2Crypt.sha512Crypt(text.getBytes(UTF_8)));
    }

    private static String random() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, letter) -> text.append(LETTERS.charAt(letter)),
                        StringBuilder::append)
                .toString();
    }

    @Override
    public String toString() {
        return "a password";
    }
}
