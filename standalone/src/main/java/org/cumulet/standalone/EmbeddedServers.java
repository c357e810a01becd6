package org.cumulet.standalone;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cumulet.embedded.EmbeddedException;
import org.cumulet.embedded.EmbeddedKafka;
import org.cumulet.embedded.EmbeddedPostgres;

/// PostgreSQL, ready, and Kafka, on its way: accepting work needs the first only. Both go when this process goes.
record EmbeddedServers(EmbeddedPostgres postgres, int kafkaPort) {

    static EmbeddedServers start(CloudFolder folder, CloudOptions options) throws IOException {
        CompletableFuture.supplyAsync(() -> EmbeddedKafka.start(
                        new EmbeddedKafka.Options(folder.kafka(), folder.runtime(), options.kafkaPort(), 0)))
                .whenComplete((kafka, trouble) -> watch(kafka, trouble));
        var postgres = EmbeddedPostgres.start(new EmbeddedPostgres.Options(folder.postgres(), folder.runtime(), 0));
        var secrets = Secrets.keptIn(folder);
        for (var service : Services.NAMES) {
            postgres.ensureDatabase(service, secrets.databasePassword(service));
        }
        endWith("PostgreSQL", postgres.ended());
        return new EmbeddedServers(postgres, options.kafkaPort());
    }

    private static void watch(EmbeddedKafka kafka, Throwable trouble) {
        if (trouble == null) {
            endWith("Kafka", kafka.ended());
            return;
        }
        var cause = trouble instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : trouble;
        System.err.println(cause instanceof EmbeddedException ? cause.getMessage() : "Kafka cannot start: " + cause);
        System.exit(1);
    }

    /// A cloud whose database or broker has gone is ended, so that whoever keeps it running starts it anew.
    private static void endWith(String name, CompletableFuture<?> ended) {
        var stopping = new Stopping();
        ended.thenRun(() -> {
            if (!stopping.isUnderWay()) {
                System.err.printf("%s has ended unexpectedly; its log is in the folder of the cloud.%n", name);
                System.exit(1);
            }
        });
    }

    /// Whether this process is on its way out anyway.
    private static final class Stopping {
        private volatile boolean underWay;

        Stopping() {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> underWay = true));
        }

        boolean isUnderWay() {
            return underWay;
        }
    }
}
