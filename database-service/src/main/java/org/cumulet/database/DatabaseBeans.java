package org.cumulet.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cumulet.blobs.Blobs;
import org.cumulet.events.Outbox;
import org.cumulet.events.Outboxes;
import org.cumulet.events.Service;
import org.cumulet.events.Topics;

/// What every feature of this service uses, under the service's name.
class DatabaseBeans {

    @Produces
    @Singleton
    @Service("database")
    Outbox outbox(Outboxes outboxes, @DataSource("database") AgroalDataSource database) {
        return outboxes.on("database", database);
    }

    @Produces
    @Singleton
    @Service("database")
    Blobs blobs(DatabaseSettings settings) {
        return new Blobs(settings.backup().store());
    }

    void makeTopics(@Observes StartupEvent started, Topics topics) {
        topics.ensure("database.database", 3, false);
        topics.ensure("database.server", 1, false);
        topics.ensure("database.backup", 3, false);
        topics.ensure("database.instance", 3, false);
    }

    @Produces
    @Singleton
    @Service("database")
    Clock clock() {
        return Clock.systemUTC();
    }
}
