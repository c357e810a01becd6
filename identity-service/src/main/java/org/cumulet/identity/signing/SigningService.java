package org.cumulet.identity.signing;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cumulet.auth.Caller;
import org.cumulet.auth.TokenSigner;
import org.cumulet.events.Service;
import org.cumulet.identity.secret.Sealer;
import org.cumulet.identity.store.Ids;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// Signs tokens with the newest key and publishes the public halves of all.
@Singleton
public class SigningService {

    private final SigningKeyStore store;
    private final Sealer sealer;
    private final Clock clock;
    private volatile @Nullable TokenSigner signer;
    private volatile List<Map<String, Object>> published = List.of();

    SigningService(SigningKeyStore store, Sealer sealer, @Service("identity") Clock clock) {
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
    }

    public String sign(Caller caller) {
        return Objects.requireNonNull(signer, "no signing key yet").sign(caller);
    }

    List<Map<String, Object>> published() {
        return published;
    }

    /// Makes the first key where there is none, and takes up what there is.
    @Transactional
    public void prepare() {
        if (store.count() == 0) {
            store.persist(fresh());
        }
        var keys = store.all();
        signer = new TokenSigner(keys.getFirst().id(), privateKey(keys.getFirst()));
        published = keys.stream().map(SigningKey::publicKey).toList();
    }

    private SigningKey fresh() {
        try {
            var pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(Ids.fresh());
            pair.setAlgorithm("ES256");
            pair.setUse("sig");
            return new SigningKey(
                    pair.getKeyId(),
                    pair.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY),
                    sealer.seal(pair.getPrivateKey().getEncoded()),
                    clock.instant());
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
