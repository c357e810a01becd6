package org.cumulet.batch;

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
class BatchBeans {

    @Produces
    @Singleton
    @Service("batch")
    Outbox outbox(Outboxes outboxes, @DataSource("batch") AgroalDataSource database) {
        return outboxes.on("batch", database);
    }

    void makeTopics(@Observes StartupEvent started, Topics topics) {
        topics.ensure("batch.job", 3, false);
        topics.ensure("batch.work", 3, false);
    }

    @Produces
    @Singleton
    @Service("batch")
    Clock clock() {
        return Clock.systemUTC();
    }
}
