package org.cumulet.identity.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/// A login that has begun in a browser, which carries it, sealed, until it comes back.
///
/// @param issuer where it logs in
/// @param origin the dashboard that it began at
/// @param state what the browser must bring back
/// @param nonce what the provider must say
/// @param verifier what only we can show for the code (RFC 7636)
record WebLogin(
        String providerId,
        String protocolId,
        String issuer,
        String origin,
        String state,
        String nonce,
        String verifier,
        Instant expiresAt) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static WebLogin of(String providerId, String protocolId, String issuer, String origin, Instant expiresAt) {
        return new WebLogin(providerId, protocolId, issuer, origin, random(), random(), random(), expiresAt);
    }

    String challenge() {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isOf(String shown) {
        return MessageDigest.isEqual(state.getBytes(UTF_8), shown.getBytes(UTF_8));
    }

    /// Without what only we may know.
    @Override
    public String toString() {
        return "WebLogin[%s]".formatted(providerId);
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
