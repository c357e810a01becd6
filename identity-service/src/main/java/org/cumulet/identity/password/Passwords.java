package org.cumulet.identity.password;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.IdentitySettings;

/// Passwords and other secrets that callers prove to know. Hashing is meant to be slow, so it has few threads of its
/// own and a queue with an end: however many log in at once, the rest of the process goes on.
@Singleton
public class Passwords {

    private static final int QUEUE = 1_000;
    private static final int LANES = 1;

    private final VerifiedPasswords verified;
    private final Argon2.Cost cost;
    private final String nobodys;
    private final ExecutorService threads = threads();

    Passwords(VerifiedPasswords verified, IdentitySettings settings) {
        this.verified = verified;
        this.cost = new Argon2.Cost(settings.passwordMemory(), settings.passwordPasses(), LANES);
        this.nobodys = Argon2.ofNobody(cost);
    }

    public String hash(String password) {
        return slowly(() -> Argon2.hash(password, cost));
    }

    /// The hash of a password that has just proved right, which is remembered.
    public String renew(String password) {
        var hash = hash(password);
        verified.add(password, hash);
        return hash;
    }

    /// Whether it is hashed otherwise than is done now.
    public boolean isOutdated(String hash) {
        return !Argon2.costs(hash, cost);
    }

    /// Whether the password is the one of the hash.
    public boolean fits(String password, String hash) {
        if (verified.contains(password, hash)) {
            return true;
        }
        var fits = slowly(() -> Bcrypt.isOne(hash) ? Bcrypt.matches(password, hash) : Argon2.matches(password, hash));
        if (fits) {
            verified.add(password, hash);
        }
        return fits;
    }

    /// Takes as long as looking at a wrong password, so that nobody learns whether there was one to look at.
    public void fitsNobody(String password) {
        slowly(() -> Argon2.matches(password, nobodys));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private <T> T slowly(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new Fault.Unavailable("Too many logins at once; try again.").because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault.Unavailable("Identity is stopping.").because(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e);
        }
    }

    private static ExecutorService threads() {
        var size = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        var factory = Thread.ofPlatform().name("passwords-", 0).daemon().factory();
        var threads = new ThreadPoolExecutor(
                size,
                size,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                work -> factory.newThread(Niceness.nicely(work)));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
