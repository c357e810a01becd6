package org.cumulet.compute.keypair;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/// A fresh RSA key, both parts in the forms that every SSH client reads. The private part is answered once and kept
/// nowhere.
record GeneratedKey(String publicKey, String privateKey) {

    private static final int BITS = 3072;

    static GeneratedKey fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            return new GeneratedKey(
                    openSsh((RSAPublicKey) pair.getPublic()),
                    pem(pkcs1(pair.getPrivate().getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String openSsh(RSAPublicKey key) {
        var blob = new ByteArrayOutputStream();
        for (var part : new byte[][] {
            "ssh-rsa".getBytes(US_ASCII),
            key.getPublicExponent().toByteArray(),
            key.getModulus().toByteArray()
        }) {
            blob.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            blob.writeBytes(part);
        }
        return "ssh-rsa " + Base64.getEncoder().encodeToString(blob.toByteArray()) + " Generated-by-Cumulet\n";
    }

    /// The RSA key inside of PKCS#8's envelope: SEQUENCE { version, algorithm, OCTET STRING { key } }.
    private static byte[] pkcs1(byte[] pkcs8) {
        var der = ByteBuffer.wrap(pkcs8);
        length(der);
        skip(der);
        skip(der);
        var key = new byte[length(der)];
        der.get(key);
        return key;
    }

    private static void skip(ByteBuffer der) {
        var length = length(der);
        der.position(der.position() + length);
    }

    /// Reads a tag and its length.
    private static int length(ByteBuffer der) {
        der.get();
        var first = der.get() & 0xff;
        if (first < 0x80) {
            return first;
        }
        var length = 0;
        for (var bytes = first & 0x7f; bytes > 0; bytes--) {
            length = length << 8 | der.get() & 0xff;
        }
        return length;
    }

    private static String pem(byte[] der) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
        return "-----BEGIN RSA PRIVATE KEY-----\n" + lines + "\n-----END RSA PRIVATE KEY-----\n";
    }
}
