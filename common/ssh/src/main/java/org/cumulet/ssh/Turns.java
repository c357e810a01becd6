package org.cumulet.ssh;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Lets a few at a time do what costs the processor much, so that each is through soon. Whoever takes long is waiting
/// for somebody else and holds up nobody: the next one's turn comes all the same.
final class Turns {

    private final Semaphore free;
    private final Executor later;

    Turns(int atOnce, Duration longest) {
        this.free = new Semaphore(atOnce, true);
        this.later = CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// One turn; it ends when it is closed, or by itself.
    final class Turn implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();

        private Turn() {
            later.execute(this::close);
        }

        @Override
        public void close() {
            if (over.compareAndSet(false, true)) {
                free.release();
            }
        }
    }

    Turn take() {
        free.acquireUninterruptibly();
        return new Turn();
    }
}
