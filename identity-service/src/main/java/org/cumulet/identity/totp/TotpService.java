package org.cumulet.identity.totp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.events.Service;
import org.cumulet.identity.user.PasswordService;
import org.cumulet.identity.user.User;
import org.cumulet.identity.usercredential.UserCredentialService;

/// Lets in who has the device: its secret is a credential of the type `totp`. A passcode is good once; wrong ones count
/// as wrong passwords do.
@Singleton
public class TotpService {

    private static final String TYPE = "totp";
    private static final int MOST = 100_000;

    private final UserCredentialService credentials;
    private final PasswordService guard;
    private final Clock clock;
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    TotpService(UserCredentialService credentials, PasswordService guard, @Service("identity") Clock clock) {
        this.credentials = credentials;
        this.guard = guard;
        this.clock = clock;
    }

    /// @throws Fault.Unauthorized when it is not the passcode of now, was used before, or would not help: the account
    /// is
    ///     disabled or locked
    public User login(Optional<User> found, String passcode) {
        var user =
                found.filter(User::isEnabled).filter(it -> !guard.isLocked(it)).orElseThrow(Fault.Unauthorized::new);
        var fits = credentials.blobs(user.id(), TYPE).stream()
                .flatMap(secret -> Totp.step(secret, passcode, clock.instant()).stream())
                .anyMatch(step -> used.asMap().putIfAbsent(user.id() + ":" + step, true) == null);
        if (!fits) {
            guard.failed(user);
            throw new Fault.Unauthorized();
        }
        return user;
    }
}
