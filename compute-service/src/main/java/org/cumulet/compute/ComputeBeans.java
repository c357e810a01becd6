package org.cumulet.compute;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cumulet.events.Outbox;
import org.cumulet.events.Outboxes;
import org.cumulet.events.Service;
import org.cumulet.events.Topics;

/// What every feature of this service uses, under the service's name.
class ComputeBeans {

    @Produces
    @Singleton
    @Service("compute")
    Outbox outbox(Outboxes outboxes, @DataSource("compute") AgroalDataSource database) {
        return outboxes.on("compute", database);
    }

    void makeTopics(@Observes StartupEvent started, Topics topics) {
        topics.ensure("compute.server", 6, false);
        topics.ensure("compute.template", 3, false);
    }

    @Produces
    @Singleton
    @Service("compute")
    Clock clock() {
        return Clock.systemUTC();
    }
}
