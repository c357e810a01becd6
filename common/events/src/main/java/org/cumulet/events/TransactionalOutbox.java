package org.cumulet.events;

import io.agroal.api.AgroalDataSource;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// An outbox that gathers what a transaction says and writes it in one round trip just before the commit.
///
/// So late because the rows of the resources are locked by then: two changes of one resource get their sequence
/// numbers in the order of their commits.
final class TransactionalOutbox implements Outbox {

    private final String service;
    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private volatile Runnable afterCommit = () -> {};

    TransactionalOutbox(String service, AgroalDataSource database, TransactionSynchronizationRegistry transactions) {
        this.service = service;
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public void publish(DomainEvent event) {
        said().add(OutboxRecord.news(event));
    }

    @Override
    public void command(String topic, Collection<String> keys) {
        var said = said();
        keys.forEach(key -> said.add(OutboxRecord.work(topic, key, Instant.now())));
    }

    AgroalDataSource database() {
        return database;
    }

    void wakes(Runnable relay) {
        afterCommit = relay;
    }

    private List<OutboxRecord> said() {
        Transactions.mustBeActive(transactions, "The outbox of " + service);
        if (transactions.getResource(this) instanceof Saying saying) {
            return saying.records;
        }
        var saying = new Saying();
        transactions.putResource(this, saying);
        transactions.registerInterposedSynchronization(saying);
        return saying.records;
    }

    /// What one transaction has said so far.
    private final class Saying implements Synchronization {

        private final List<OutboxRecord> records = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            try (var connection = database.getConnection();
                    var insert = connection.prepareStatement(OutboxRecord.INSERT)) {
                for (var record : records) {
                    record.addTo(insert);
                }
                insert.executeBatch();
            } catch (SQLException e) {
                throw new IllegalStateException("The outbox of " + service + " cannot be written", e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                afterCommit.run();
            }
        }
    }
}
