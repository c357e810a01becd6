package org.cumulet.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Two services in one process.
class House {

    @Produces
    @Singleton
    @Service("first")
    Outbox first(Outboxes outboxes, @DataSource("first") AgroalDataSource database) {
        return outboxes.on("first", database);
    }

    @Produces
    @Singleton
    @Service("second")
    Outbox second(Outboxes outboxes, @DataSource("second") AgroalDataSource database) {
        return outboxes.on("second", database);
    }

    @Produces
    @Singleton
    @Service("first")
    ConsumedEvents heard(Outboxes outboxes, @DataSource("first") AgroalDataSource database) {
        return outboxes.heardBy(database);
    }
}
