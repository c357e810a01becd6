package org.cumulet.saga;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.cumulet.events.Outbox;
import org.cumulet.events.Outboxes;
import org.cumulet.events.Service;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// A service with workflows.
@Singleton
class House {

    @Produces
    @Singleton
    @Service("first")
    Outbox outbox(Outboxes outboxes, @DataSource("first") AgroalDataSource database) {
        return outboxes.on("first", database);
    }

    @Produces
    @Singleton
    @Service("first")
    Sagas sagas(Workflows workflows, @DataSource("first") AgroalDataSource database, @Service("first") Outbox outbox) {
        return workflows.on(database, outbox);
    }

    /// Its ears.
    @Singleton
    static class Work {

        private final Sagas sagas;

        Work(@Service("first") Sagas sagas) {
            this.sagas = sagas;
        }

        @Incoming("firstwork")
        void hear(String saga) {
            sagas.heard(saga);
        }
    }
}
