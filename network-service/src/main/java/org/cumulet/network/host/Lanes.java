package org.cumulet.network.host;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Work on hosts: one after the other on each of them, so many at once on all of them. Whoever asks while a host is
/// being worked on shares the next run with all others who do.
final class Lanes<T> {

    private final Function<String, T> work;
    private final Semaphore places;
    private final Map<String, Lane> lanes = new HashMap<>();

    Lanes(int parallel, Function<String, T> work) {
        this.places = new Semaphore(parallel);
        this.work = work;
    }

    /// The outcome of a run that begins after this call.
    CompletableFuture<T> next(String host) {
        synchronized (lanes) {
            return lanes.computeIfAbsent(host, Lane::new).next();
        }
    }

    /// One host. Its state is guarded by `lanes`.
    private final class Lane {

        private final String host;
        private @Nullable CompletableFuture<T> waiting;
        private boolean busy;

        Lane(String host) {
            this.host = host;
        }

        CompletableFuture<T> next() {
            var result = waiting == null ? new CompletableFuture<T>() : waiting;
            waiting = result;
            if (!busy) {
                busy = true;
                Thread.ofVirtual().name("host-" + host).start(this::work);
            }
            return result;
        }

        private void work() {
            for (var run = begin(); run != null; run = begin()) {
                try {
                    run.complete(work.apply(host));
                } catch (RuntimeException e) {
                    run.completeExceptionally(e);
                } finally {
                    places.release();
                }
            }
        }

        /// Whoever asked until now is served by this run. Null where nobody did.
        private @Nullable CompletableFuture<T> begin() {
            places.acquireUninterruptibly();
            synchronized (lanes) {
                var run = waiting;
                waiting = null;
                if (run == null) {
                    busy = false;
                    lanes.remove(host);
                    places.release();
                }
                return run;
            }
        }
    }
}
