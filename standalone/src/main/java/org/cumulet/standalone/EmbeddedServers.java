package org.cumulet.standalone;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cumulet.embedded.EmbeddedKafka;
import org.cumulet.embedded.EmbeddedPostgres;

/// PostgreSQL, ready, and Kafka, on its way: accepting work needs the first only. Both go when this process goes.
record EmbeddedServers(EmbeddedPostgres postgres, KeptKafka kafka, AtomicBoolean stopping) implements AutoCloseable {

    static EmbeddedServers start(CloudFolder folder, CloudOptions options) throws IOException {
        var kafka =
                KeptKafka.start(new EmbeddedKafka.Options(folder.kafka(), options.runtime(), options.kafkaPort(), 0));
        var postgres = EmbeddedPostgres.start(new EmbeddedPostgres.Options(folder.postgres(), options.runtime(), 0));
        var secrets = Secrets.keptIn(folder);
        for (var service : Services.NAMES) {
            postgres.ensureDatabase(service, secrets.databasePassword(service));
        }
        var servers = new EmbeddedServers(postgres, kafka, new AtomicBoolean());
        servers.endWithPostgres();
        return servers;
    }

    /// A cloud whose database has gone is ended, so that whoever keeps it running starts it anew.
    private void endWithPostgres() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.set(true)));
        postgres.ended().thenRun(() -> {
            if (!stopping.get()) {
                System.err.println("PostgreSQL has ended unexpectedly; its log is in the folder of the cloud.");
                System.exit(1);
            }
        });
    }

    @Override
    public void close() {
        stopping.set(true);
        kafka.close();
        postgres.close();
    }
}
