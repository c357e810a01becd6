package org.cumulet.identity.signing;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cumulet.api.json.Times;
import org.cumulet.auth.Caller;
import org.cumulet.auth.TokenSigner;
import org.cumulet.events.Service;
import org.cumulet.identity.secret.Sealer;
import org.cumulet.identity.store.Ids;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// Signs tokens with the newest key that is due and publishes the public halves of all.
@Singleton
public class SigningService {

    private final SigningKeyStore store;
    private final Sealer sealer;
    private final Clock clock;
    private volatile List<Ready> keys = List.of();

    SigningService(SigningKeyStore store, Sealer sealer, @Service("identity") Clock clock) {
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
    }

    /// A key taken up by this process.
    private record Ready(String id, Instant signsFrom, TokenSigner signer, Map<String, Object> publicKey) {}

    public String sign(Caller caller) {
        return keys.stream()
                .filter(key -> !clock.instant().isBefore(key.signsFrom()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no signing key yet"))
                .signer()
                .sign(caller);
    }

    List<Map<String, Object>> published() {
        return keys.stream().map(Ready::publicKey).toList();
    }

    /// Makes the first key where there is none, and takes up what there is.
    @Transactional
    public void prepare() {
        if (store.count() == 0) {
            var now = Times.now(clock);
            store.persist(fresh(now, now));
        }
        take(store.all());
    }

    /// Signs and publishes with these from now on, newest first.
    void take(List<SigningKey> all) {
        if (!all.stream()
                .map(SigningKey::id)
                .toList()
                .equals(keys.stream().map(Ready::id).toList())) {
            keys = all.stream().map(this::ready).toList();
        }
    }

    private Ready ready(SigningKey key) {
        return new Ready(key.id(), key.signsFrom(), new TokenSigner(key.id(), privateKey(key)), key.publicKey());
    }

    SigningKey fresh(Instant now, Instant signsFrom) {
        try {
            var pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(Ids.fresh());
            pair.setAlgorithm("ES256");
            pair.setUse("sig");
            return new SigningKey(
                    pair.getKeyId(),
                    pair.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY),
                    sealer.seal(pair.getPrivateKey().getEncoded()),
                    now,
                    signsFrom);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrivateKey privateKey(SigningKey key) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(sealer.open(key.privateKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
