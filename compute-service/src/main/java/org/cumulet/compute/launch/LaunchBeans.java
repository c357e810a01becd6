package org.cumulet.compute.launch;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.saga.Sagas;
import org.cumulet.saga.Workflows;

/// The workflows of this service.
class LaunchBeans {

    @Produces
    @Singleton
    @Service("compute")
    Sagas sagas(
            Workflows workflows, @DataSource("compute") AgroalDataSource database, @Service("compute") Outbox outbox) {
        return workflows.on(database, outbox);
    }
}
