package org.cumulet.auth;

import java.security.Key;
import java.security.PrivateKey;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Writes tokens: JWS, ES256. Only identity has the key (and tests have their own).
public final class TokenSigner {

    private static final ProviderContext PROVIDER = P256.context();

    private final String keyId;
    private final Key key;

    /// @param keyId `kid` under which the public half is published
    /// @param key a P-256 private key
    public TokenSigner(String keyId, PrivateKey key) {
        this.keyId = keyId;
        this.key = P256.translated(key);
    }

    /// The token that says so.
    public String sign(Caller caller) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(keyId);
        jws.setKey(key);
        jws.setProviderContext(PROVIDER);
        jws.setPayload(TokenFormat.write(caller).toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the signing key is unusable", e);
        }
    }
}
