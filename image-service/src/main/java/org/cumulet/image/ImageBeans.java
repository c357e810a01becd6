package org.cumulet.image;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.cumulet.events.Outbox;
import org.cumulet.events.Outboxes;
import org.cumulet.events.Service;

/// What every feature of this service uses, under the service's name.
class ImageBeans {

    @Produces
    @Singleton
    @Service("image")
    Outbox outbox(Outboxes outboxes, @DataSource("image") AgroalDataSource database) {
        return outboxes.on("image", database);
    }

    @Produces
    @Singleton
    @Service("image")
    Clock clock() {
        return Clock.systemUTC();
    }
}
