package org.cumulet.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/// The way from data to a PostgreSQL that answers.
record StartPostgres(PostgresData data, Map<String, String> settings) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OLD_BACKENDS = Duration.ofSeconds(5);

    /// Small, durable, quiet, on loopback.
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("max_connections", "150"),
            Map.entry("shared_buffers", "32MB"),
            Map.entry("work_mem", "2MB"),
            Map.entry("maintenance_work_mem", "16MB"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("max_worker_processes", "2"),
            Map.entry("max_parallel_workers", "0"),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("autovacuum_max_workers", "1"),
            Map.entry("io_method", "sync"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_min_messages", "warning"));

    /// Back ends of a postmaster that was killed may need a moment to notice.
    Leash on(int port) throws IOException {
        var deadline = Instant.now().plus(OLD_BACKENDS);
        while (true) {
            try {
                return once(port);
            } catch (StillInUse e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private Leash once(int port) throws IOException {
        var log = data.home().log("postgres.log");
        var leash = Leash.on(
                command(port), Leash.Stop.INTERRUPT, line -> account().command(line, data.folder()), log.file());
        var deadline = Instant.now().plus(PATIENCE);
        while (!ready()) {
            if (leash.ended().isDone() || Instant.now().isAfter(deadline)) {
                leash.letGo(Duration.ofSeconds(10));
                throw failure(log);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return leash;
    }

    private Account account() {
        return data.programs().account();
    }

    private List<String> command(int port) {
        var all = new TreeMap<>(OURS);
        all.putAll(settings);
        all.put("port", Integer.toString(port));
        var line = new ArrayList<>(
                List.of(data.programs().path("postgres"), "-D", account().name(data.folder())));
        all.forEach((key, value) -> line.addAll(List.of("-c", key + "=" + value)));
        return line;
    }

    /// The eighth line of its own file says so.
    private boolean ready() {
        try {
            var lines = Files.readAllLines(data.pidFile());
            return lines.size() >= 8 && lines.get(7).strip().equals("ready");
        } catch (IOException _) {
            return false;
        }
    }

    private EmbeddedException failure(Log log) throws IOException {
        if (log.says("still in use")) {
            return new StillInUse("Processes of an old PostgreSQL still work on %s: stop them, then start again."
                    .formatted(data.folder()));
        }
        return log.failure("PostgreSQL", data.folder(), "FATAL:", "PANIC:");
    }

    /// Worth another try in a moment.
    private static final class StillInUse extends EmbeddedException {
        private static final long serialVersionUID = 1L;

        StillInUse(String message) {
            super(message);
        }
    }
}
