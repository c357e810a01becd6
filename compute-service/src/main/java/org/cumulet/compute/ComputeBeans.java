package org.cumulet.compute;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cumulet.events.Outbox;
import org.cumulet.events.Outboxes;
import org.cumulet.events.Service;

/// What every feature of this service uses, under the service's name.
class ComputeBeans {

    @Produces
    @Singleton
    @Service("compute")
    Outbox outbox(Outboxes outboxes, @DataSource("compute") AgroalDataSource database) {
        return outboxes.on("compute", database);
    }

    @Produces
    @Singleton
    @Service("compute")
    Clock clock() {
        return Clock.systemUTC();
    }
}
