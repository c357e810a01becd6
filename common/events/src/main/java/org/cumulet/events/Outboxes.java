package org.cumulet.events;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;

/// Makes a service's outbox and its memory of what it has heard, on the service's own database.
///
/// ```java
/// @Produces @Singleton @Service("identity")
/// Outbox outbox(Outboxes outboxes, @DataSource("identity") AgroalDataSource database) {
///     return outboxes.on("identity", database);
/// }
/// ```
@Singleton
public class Outboxes {

    private final TransactionSynchronizationRegistry transactions;

    Outboxes(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    public Outbox on(String service, AgroalDataSource database) {
        return new TransactionalOutbox(service, database, transactions);
    }

    public ConsumedEvents heardBy(AgroalDataSource database) {
        return new ConsumedEvents(database, transactions);
    }
}
