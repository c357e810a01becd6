package org.cumulet.standalone;

import static java.util.concurrent.CompletableFuture.delayedExecutor;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.cumulet.embedded.Leash;
import org.jspecify.annotations.Nullable;

/// A service in a process of its own that is started again when it ends. One that ends before the cloud was ready has
/// a reason that another start does not mend: the cloud ends with it.
final class KeptService {

    private static final Duration BETWEEN_LIVES = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Supplier<Leash> process;
    private final BooleanSupplier isReady;
    private @Nullable Leash leash;
    private boolean stopping;

    /// @param isReady whether the cloud was ready once
    KeptService(String name, Supplier<Leash> process, BooleanSupplier isReady) {
        this.name = name;
        this.process = process;
        this.isReady = isReady;
    }

    synchronized void start() {
        if (stopping) {
            return;
        }
        leash = process.get();
        leash.ended().thenRunAsync(this::ended, delayedExecutor(BETWEEN_LIVES.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void ended() {
        if (isStopping()) {
            return;
        }
        if (!isReady.getAsBoolean()) {
            System.err.printf("%s has ended; its log is in the folder of the cloud.%n", name);
            System.exit(1);
        }
        System.err.printf("%s has ended and is started again; its log is in the folder of the cloud.%n", name);
        start();
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    synchronized void end() {
        stopping = true;
        if (leash != null) {
            leash.letGo(PATIENCE);
        }
    }
}
