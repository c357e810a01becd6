package org.cumulet.events;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Carries one outbox to Kafka: woken after each commit, looking by itself once a second.
///
/// Only one relay per database works at a time, whoever holds the advisory lock, so that order holds between processes.
/// What Kafka has confirmed is deleted in the transaction that read it: a crash in between tells it again, with the
/// same id.
final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final long LOCK = 0x63756d756c6574L; // "cumulet"
    private static final Duration TIDYING = Duration.ofHours(1);
    private static final Duration SLOWEST = Duration.ofSeconds(10);

    private final TransactionalOutbox outbox;
    private final Post post;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private int failures;
    private long forgot = System.nanoTime();

    Relay(TransactionalOutbox outbox, Post post) {
        this.outbox = outbox;
        this.post = post;
    }

    void start() {
        outbox.wakes(woken::release);
        thread = Thread.ofVirtual().name("outbox-" + outbox.service()).start(this::run);
    }

    void stop() throws InterruptedException {
        stopping = true;
        woken.release();
        if (thread != null && !thread.join(Duration.ofSeconds(2))) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                if (round() < BATCH && woken.tryAcquire(1, SECONDS)) {
                    woken.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int round() throws InterruptedException {
        try {
            var carried = carry();
            forget();
            recovered();
            return carried;
        } catch (SQLException | ExecutionException | TimeoutException | RuntimeException e) {
            failed(e);
            return BATCH;
        }
    }

    private int carry() throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        try (var connection = outbox.database().getConnection()) {
            connection.setAutoCommit(false);
            try {
                var carried = carry(connection);
                connection.commit();
                return carried;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private int carry(Connection connection)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        if (!mine(connection)) {
            return 0;
        }
        var batch = OutboxBatch.next(connection, BATCH);
        if (!batch.records().isEmpty()) {
            post.deliver("/" + outbox.service(), batch.records());
            batch.delete(connection);
        }
        return batch.records().size();
    }

    private static boolean mine(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /// Kafka does not tell again what is older than it keeps.
    private void forget() throws SQLException {
        if (System.nanoTime() - forgot < TIDYING.toNanos()) {
            return;
        }
        forgot = System.nanoTime();
        try (var connection = outbox.database().getConnection();
                var delete = connection.createStatement()) {
            delete.executeUpdate("delete from consumed where at < now() - interval '30 days'");
            delete.executeUpdate("delete from handled_request where at < now() - interval '30 days'");
        }
    }

    private void recovered() {
        if (failures > 0) {
            LOG.infof("The outbox of %s is carried again", outbox.service());
        }
        failures = 0;
    }

    /// Said once; then tried in silence, ever more slowly.
    private void failed(Exception cause) throws InterruptedException {
        if (stopping) {
            return;
        }
        if (failures++ == 0) {
            LOG.warnf("The outbox of %s cannot be carried and waits: %s", outbox.service(), cause);
        }
        var wait = Math.min(SLOWEST.toMillis(), 250L << Math.min(failures, 10));
        Thread.sleep(Duration.ofMillis(wait));
    }
}
