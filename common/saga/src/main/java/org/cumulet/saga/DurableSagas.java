package org.cumulet.saga;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.UUID;
import org.cumulet.events.Outbox;
import org.jboss.logging.Logger;

/// Sagas in a ledger: begun and aborted with the caller's transaction, their ids sent as work with it.
final class DurableSagas implements Sagas {

    private static final Logger LOG = Logger.getLogger(DurableSagas.class);

    private final Outbox outbox;
    private final TransactionSynchronizationRegistry transactions;
    private final Stories stories;
    private final Ledger ledger;
    private final SagaWorkers workers;

    DurableSagas(
            Outbox outbox,
            TransactionSynchronizationRegistry transactions,
            Stories stories,
            Ledger ledger,
            SagaWorkers workers) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.stories = stories;
        this.ledger = ledger;
        this.workers = workers;
    }

    @Override
    public String service() {
        return outbox.service();
    }

    String topic() {
        return service() + ".work";
    }

    @Override
    public <D> List<UUID> begin(Class<? extends Workflow<D>> workflow, List<Beginning<D>> beginnings) {
        mustBeInTransaction();
        var ids = ledger.begin(stories.toldBy(workflow), beginnings);
        outbox.command(topic(), ids.stream().map(UUID::toString).toList());
        return ids;
    }

    @Override
    public void abort(String subject, String reason) {
        mustBeInTransaction();
        var aborted = ledger.abort(subject, reason, stories.stubborn());
        transactions.registerInterposedSynchronization(new AfterCommit(() -> aborted.forEach(workers::abort)));
    }

    @Override
    public <D> boolean isUnderWay(Class<? extends Workflow<D>> workflow, String subject) {
        return ledger.isOpen(subject, stories.toldBy(workflow).name());
    }

    @Override
    public void heard(String sagaId) {
        try {
            workers.take(UUID.fromString(sagaId));
        } catch (IllegalArgumentException e) {
            LOG.warnf("Not the id of a saga on %s", topic());
        }
    }

    private void mustBeInTransaction() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Workflows of " + service() + " need a running transaction");
        }
    }

    private record AfterCommit(Runnable work) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                work.run();
            }
        }
    }
}
