package org.cumulet.database.secret;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/// Passwords we make: 24 letters and digits (142 bits), so that they survive every shell, URL and file format.
public final class Password {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Password() {}

    public static String fresh() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
