package org.cumulet.image;

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
class ImageBeans {

    @Produces
    @Singleton
    @Service("image")
    Outbox outbox(Outboxes outboxes, @DataSource("image") AgroalDataSource database) {
        return outboxes.on("image", database);
    }

    /// Images change seldom: what is told of them needs no width.
    void makeTopic(@Observes StartupEvent started, Topics topics) {
        topics.ensure("image.image", 3, false);
    }

    @Produces
    @Singleton
    @Service("image")
    Blobs blobs(ImageSettings settings) {
        return new Blobs(settings.store());
    }

    @Produces
    @Singleton
    @Service("image")
    Clock clock() {
        return Clock.systemUTC();
    }
}
