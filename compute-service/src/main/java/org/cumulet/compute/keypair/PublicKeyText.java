package org.cumulet.compute.keypair;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;

/// A public key as it is written down, checked, and the fingerprint people compare.
record PublicKeyText(String text, String fingerprint) {

    private static final int LONGEST = 16384;

    /// One line: type, key, perhaps a comment. A second line would be a second key.
    private static final Pattern SSH = Pattern.compile(
            "(?<type>ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com)"
                    + " +(?<key>[A-Za-z0-9+/]+={0,3})(?: +[^\\p{Cntrl}]*)?\\s*");

    /// @throws Fault.BadRequest when this is no public key
    static PublicKeyText of(KeypairType type, String text) {
        if (text.length() > LONGEST) {
            throw invalid();
        }
        return switch (type) {
            case SSH -> new PublicKeyText(text, sshFingerprint(text));
            case X509 -> new PublicKeyText(text, certificateFingerprint(text));
        };
    }

    private static String sshFingerprint(String text) {
        var match = SSH.matcher(text);
        if (!match.matches()) {
            throw invalid();
        }
        try {
            var key = Base64.getDecoder().decode(match.group("key"));
            if (!firstWord(key).equals(match.group("type"))) {
                throw invalid();
            }
            return colons(digest("MD5", key));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static String firstWord(byte[] key) {
        if (key.length < Integer.BYTES) {
            return "";
        }
        var length = ByteBuffer.wrap(key).getInt();
        return length < 0 || length > key.length - Integer.BYTES ? "" : new String(key, Integer.BYTES, length, UTF_8);
    }

    private static String certificateFingerprint(String text) {
        try {
            var certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(text.getBytes(UTF_8)));
            return colons(digest("SHA-1", certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw invalid();
        }
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String colons(byte[] digest) {
        return HexFormat.ofDelimiter(":").formatHex(digest);
    }

    private static Fault.BadRequest invalid() {
        return new Fault.BadRequest("Keypair data is invalid: failed to generate fingerprint");
    }
}
