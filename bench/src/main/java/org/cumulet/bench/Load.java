package org.cumulet.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Several clients, each on a connection of its own, that ask the next thing as soon as the last is answered.
///
/// @param expected the status that every answer has
record Load(URI base, int clients, int expected) {

    private static final int MOST_KEPT = 4_000_000;

    /// The request with this number.
    interface Requests {
        byte[] get(int number);
    }

    /// What came of it.
    ///
    /// @param wrong answers with another status
    /// @param perSecond answers as expected
    /// @param p50Millis half of the answers took no longer
    record Result(int answers, int wrong, double perSecond, double p50Millis, double p99Millis) {}

    /// For so long.
    Result during(double seconds, Requests requests) throws IOException, InterruptedException {
        var end = System.nanoTime() + (long) (seconds * 1e9);
        return run(requests, () -> System.nanoTime() < end, Integer.MAX_VALUE);
    }

    /// So many.
    Result of(int count, Requests requests) throws IOException, InterruptedException {
        return run(requests, () -> true, count);
    }

    /// Until told to stop.
    Result until(AtomicBoolean stopped, Requests requests) throws IOException, InterruptedException {
        return run(requests, () -> !stopped.get(), Integer.MAX_VALUE);
    }

    /// So many tokens, all from the same login.
    List<String> tokens(int count, byte[] login) throws IOException, InterruptedException {
        var left = new AtomicInteger(count);
        var tokens = new ConcurrentLinkedQueue<String>();
        var failures = new ConcurrentLinkedQueue<IOException>();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < clients; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try (var connection = new Connection(base)) {
                    while (left.getAndDecrement() > 0) {
                        tokens.add(connection.ask(login).headers().getOrDefault("x-subject-token", ""));
                    }
                } catch (IOException e) {
                    failures.add(e);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw failures.element();
        }
        return List.copyOf(tokens);
    }

    private Result run(Requests requests, BooleanSupplier goesOn, int count) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        var clerks = new ArrayList<Clerk>();
        var start = System.nanoTime();
        for (var i = 0; i < clients; i++) {
            var clerk = new Clerk(requests, goesOn, count, next);
            clerks.add(clerk);
            threads.add(Thread.ofVirtual().start(clerk));
        }
        for (var thread : threads) {
            thread.join();
        }
        return result(clerks, (System.nanoTime() - start) / 1e9);
    }

    private static Result result(List<Clerk> clerks, double seconds) throws IOException {
        for (var clerk : clerks) {
            if (clerk.failure != null) {
                throw clerk.failure;
            }
        }
        var nanos = clerks.stream()
                .flatMapToLong(clerk -> Arrays.stream(clerk.nanos, 0, Math.min(clerk.answers, clerk.nanos.length)))
                .sorted()
                .toArray();
        var answers = clerks.stream().mapToInt(clerk -> clerk.answers).sum();
        var wrong = clerks.stream().mapToInt(clerk -> clerk.wrong).sum();
        return new Result(answers, wrong, (answers - wrong) / seconds, at(nanos, 0.5), at(nanos, 0.99));
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }

    private final class Clerk implements Runnable {

        private final Requests requests;
        private final BooleanSupplier goesOn;
        private final int count;
        private final AtomicInteger next;
        private long[] nanos = new long[1024];
        private int answers;
        private int wrong;
        private @org.jspecify.annotations.Nullable IOException failure;

        Clerk(Requests requests, BooleanSupplier goesOn, int count, AtomicInteger next) {
            this.requests = requests;
            this.goesOn = goesOn;
            this.count = count;
            this.next = next;
        }

        @Override
        public void run() {
            try (var connection = new Connection(base)) {
                for (var number = next.getAndIncrement();
                        number < count && goesOn.getAsBoolean();
                        number = next.getAndIncrement()) {
                    ask(connection, requests.get(number));
                }
            } catch (IOException e) {
                failure = e;
            }
        }

        private void ask(Connection connection, byte[] request) throws IOException {
            var start = System.nanoTime();
            var status = connection.ask(request).status();
            if (answers == nanos.length && answers < MOST_KEPT) {
                nanos = Arrays.copyOf(nanos, 2 * answers);
            }
            if (answers < nanos.length) {
                nanos[answers] = System.nanoTime() - start;
            }
            answers++;
            wrong += status == expected ? 0 : 1;
        }
    }
}
