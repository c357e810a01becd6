package org.cumulet.network;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cumulet.events.Outbox;
import org.cumulet.events.Outboxes;
import org.cumulet.events.Service;

/// What every feature of this service uses, under the service's name.
class NetworkBeans {

    @Produces
    @Singleton
    @Service("network")
    Outbox outbox(Outboxes outboxes, @DataSource("network") AgroalDataSource database) {
        return outboxes.on("network", database);
    }

    @Produces
    @Singleton
    @Service("network")
    Clock clock() {
        return Clock.systemUTC();
    }
}
