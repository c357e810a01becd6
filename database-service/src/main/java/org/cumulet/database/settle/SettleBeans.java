package org.cumulet.database.settle;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.saga.Sagas;
import org.cumulet.saga.Workflows;

/// The workflows of this service.
class SettleBeans {

    @Produces
    @Singleton
    @Service("database")
    Sagas sagas(
            Workflows workflows,
            @DataSource("database") AgroalDataSource database,
            @Service("database") Outbox outbox) {
        return workflows.on(database, outbox);
    }
}
