package org.cumulet.identity.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Revocations;
import org.cumulet.auth.TokenVerifier;
import org.cumulet.identity.IdentitySettings;
import org.cumulet.identity.audit.Changed;
import org.cumulet.identity.audit.Suspect;
import org.cumulet.identity.signing.SigningService;
import org.cumulet.identity.token.AuthRequest.Auth;
import org.cumulet.identity.token.LoginService.Issued;
import org.cumulet.identity.token.LoginService.Outcome;

/// Who logs in again within a second, in the very same way, gets a sibling of the token before: with an id of its own,
/// issued when the other was. So whatever ends the one, or has ended it, ends the other: nothing is asked of the
/// database, and nobody is let in who would not be. Any change in this process ends the memory.
@Singleton
class RecentLogins {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST = 10_000;

    /// What can be shown twice.
    private static final Set<String> LASTING = Set.of("password", "token", "application_credential");

    private final Revocations revocations;
    private final TokenVerifier verifier;
    private final SigningService signing;
    private final Suspect suspect;
    private final ObjectMapper json;
    private final Cache<ByteBuffer, Caller> known;
    private final SecretKeySpec key = key();

    RecentLogins(
            Revocations revocations,
            TokenVerifier verifier,
            SigningService signing,
            Suspect suspect,
            ObjectMapper json,
            IdentitySettings settings) {
        this.revocations = revocations;
        this.verifier = verifier;
        this.signing = signing;
        this.suspect = suspect;
        this.json = json;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(settings.loginMemory())
                .build();
    }

    /// The same again, or else what comes of it.
    Outcome of(Auth auth, Supplier<Outcome> otherwise) {
        if (!isLasting(auth)) {
            return otherwise.get();
        }
        var print = print(auth);
        return sibling(auth, print).orElseGet(() -> {
            var outcome = otherwise.get();
            if (outcome instanceof Issued(var _, var caller)) {
                known.put(print, caller);
            }
            return outcome;
        });
    }

    void forget(@Observes Changed something) {
        known.invalidateAll();
    }

    private static boolean isLasting(Auth auth) {
        return LASTING.containsAll(auth.identity().methods())
                && (auth.scope() == null || auth.scope().trust() == null);
    }

    private Optional<Outcome> sibling(Auth auth, ByteBuffer print) {
        var before = Optional.ofNullable(known.getIfPresent(print)).filter(caller -> !revocations.covers(caller));
        if (before.isEmpty() || isOfADeadToken(auth)) {
            return Optional.empty();
        }
        suspect.is(before.get().userId());
        var caller = before.get().sibling(LoginService.auditId());
        return Optional.of(new Issued(signing.sign(caller), caller));
    }

    private boolean isOfADeadToken(Auth auth) {
        var token = auth.identity().token();
        return token != null && verifier.find(token.id()).isEmpty();
    }

    /// Tells what is the same, and nothing else.
    private ByteBuffer print(Auth auth) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(json.writeValueAsString(auth).getBytes(UTF_8)));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKeySpec key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, ALGORITHM);
    }
}
