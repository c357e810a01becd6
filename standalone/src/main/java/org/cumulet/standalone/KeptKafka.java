package org.cumulet.standalone;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.cumulet.embedded.EmbeddedException;
import org.cumulet.embedded.EmbeddedKafka;

/// A Kafka that is started again when it ends: accepting work does not need it, so nothing goes down with it. One that
/// never started has a reason that another start does not mend: the cloud ends with it.
final class KeptKafka implements AutoCloseable {

    private static final Duration BETWEEN_LIVES = Duration.ofSeconds(1);

    private final EmbeddedKafka.Options options;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Thread keeper =
            Thread.ofPlatform().daemon().name("kafka-keeper").unstarted(this::keep);
    private boolean hasLived;

    private KeptKafka(EmbeddedKafka.Options options) {
        this.options = options;
    }

    /// Returns at once.
    static KeptKafka start(EmbeddedKafka.Options options) {
        var kafka = new KeptKafka(options);
        kafka.keeper.start();
        return kafka;
    }

    int port() {
        return options.port();
    }

    private void keep() {
        while (!closing.isDone()) {
            live();
            if (!closing.isDone()) {
                System.err.printf("Kafka has ended and is started again; its log is in %s.%n", options.folder());
                LockSupport.parkNanos(BETWEEN_LIVES.toNanos());
            }
        }
    }

    private void live() {
        try (var kafka = EmbeddedKafka.start(options)) {
            hasLived = true;
            CompletableFuture.anyOf(kafka.ended(), closing).join();
        } catch (EmbeddedException e) {
            System.err.println(e.getMessage());
            if (!hasLived) {
                System.exit(1);
            }
        }
    }

    @Override
    public void close() {
        closing.complete(null);
        try {
            keeper.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
