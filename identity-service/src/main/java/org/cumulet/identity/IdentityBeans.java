package org.cumulet.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cumulet.events.Outbox;
import org.cumulet.events.Outboxes;
import org.cumulet.events.Service;

/// What identity is built from beside its own parts.
class IdentityBeans {

    @Produces
    @Singleton
    @Service("identity")
    Outbox outbox(Outboxes outboxes, @DataSource("identity") AgroalDataSource database) {
        return outboxes.on("identity", database);
    }

    @Produces
    @Singleton
    @Service("identity")
    Clock clock() {
        return Clock.systemUTC();
    }
}
