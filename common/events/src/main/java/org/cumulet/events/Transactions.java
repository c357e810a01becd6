package org.cumulet.events;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/// The one question asked of the running transaction: is there one?
final class Transactions {

    private Transactions() {}

    static void mustBeActive(TransactionSynchronizationRegistry transactions, String what) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(what + " needs a running transaction");
        }
    }
}
