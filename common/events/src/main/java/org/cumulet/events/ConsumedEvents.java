package org.cumulet.events;

import io.agroal.api.AgroalDataSource;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;

/// What a service has heard already, so that an event told twice is handled once.
public final class ConsumedEvents {

    private static final String REMEMBER =
            "insert into consumed (consumer, event_id) values (?, ?) on conflict do nothing";

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;

    ConsumedEvents(AgroalDataSource database, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /// Handles the event unless this consumer has handled it; remembered in the caller's transaction, which must run.
    public void once(String consumer, String eventId, Runnable handle) {
        Transactions.mustBeActive(transactions, "Handling an event once");
        if (remember(consumer, eventId)) {
            handle.run();
        }
    }

    private boolean remember(String consumer, String eventId) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(REMEMBER)) {
            insert.setString(1, consumer);
            insert.setString(2, eventId);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot remember event " + eventId, e);
        }
    }
}
