package org.cumulet.identity.password;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.IdentitySettings;

/// Passwords and other secrets that callers prove to know. Hashing is meant to be slow, so it has few threads of its
/// own, places with an end to wait in, and fair turns: however many log in at once, the rest of the process goes on,
/// and who is guessed at makes nobody else wait for long. After a wrong guess the thread rests, so guessing takes a
/// small share of a processor only.
@Singleton
public class Passwords {

    private static final int PLACES = 1_000;
    private static final int REST = 5;
    private static final int LANES = 1;
    private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

    private final VerifiedPasswords verified;
    private final Argon2.Cost cost;
    private final String nobodys;
    private final Semaphore places = new Semaphore(PLACES);
    private final Turns turns = new Turns();
    private final ExecutorService threads = threads();

    Passwords(VerifiedPasswords verified, IdentitySettings settings) {
        this.verified = verified;
        this.cost = new Argon2.Cost(settings.passwordMemory(), settings.passwordPasses(), LANES);
        this.nobodys = Argon2.ofNobody(cost);
    }

    public String hash(String password) {
        var hash = new FutureTask<>(() -> Argon2.hash(password, cost));
        return inTurn(new Object(), hash, hash);
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
    ///
    /// @param who whose it is said to be, in the words of the caller; guesses at one wait for each other
    public boolean fits(Object who, String password, String hash) {
        if (verified.contains(password, hash)) {
            return true;
        }
        var fits =
                guess(who, () -> Bcrypt.isOne(hash) ? Bcrypt.matches(password, hash) : Argon2.matches(password, hash));
        if (fits) {
            verified.add(password, hash);
        }
        return fits;
    }

    /// Takes as long as looking at a wrong password, so that nobody learns whether there was one to look at.
    public void fitsNobody(Object who, String password) {
        guess(who, () -> Argon2.matches(password, nobodys));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private boolean guess(Object who, Callable<Boolean> look) {
        var guess = new FutureTask<>(look);
        return inTurn(who, guess, () -> {
            var start = TIMES.getCurrentThreadCpuTime();
            guess.run();
            if (guess.state() == Future.State.SUCCESS && !guess.resultNow()) {
                LockSupport.parkNanos(REST * (TIMES.getCurrentThreadCpuTime() - start));
            }
        });
    }

    /// @param turn runs the work, and what is to follow before the next turn
    private <T> T inTurn(Object who, Future<T> work, Runnable turn) {
        if (!places.tryAcquire()) {
            throw new Fault.Unavailable("Too many logins at once; try again.");
        }
        try {
            turns.add(who, turn);
            threads.execute(() -> turns.next().run());
            return work.get();
        } catch (RejectedExecutionException e) {
            throw new Fault.Unavailable("Identity is stopping.").because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault.Unavailable("Identity is stopping.").because(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e);
        } finally {
            places.release();
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
                new LinkedBlockingQueue<>(),
                work -> factory.newThread(Niceness.nicely(work)));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
