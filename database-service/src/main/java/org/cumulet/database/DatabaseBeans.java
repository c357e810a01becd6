package org.cumulet.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.cumulet.blobs.Blobs;
import org.cumulet.events.Outbox;
import org.cumulet.events.Outboxes;
import org.cumulet.events.Service;
import org.cumulet.events.Topics;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.CommandRunners;
import org.cumulet.ssh.SshSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
        topics.ensure("database.installation", 3, false);
    }

    @Produces
    @Singleton
    @Service("database")
    CommandRunner runner(@ConfigProperty(name = "cumulet.ssh.key-file") Path key) {
        return CommandRunners.open(SshSettings.of(key));
    }

    void close(@Disposes @Service("database") CommandRunner runner) {
        runner.close();
    }

    @Produces
    @Singleton
    @Service("database")
    Clock clock() {
        return Clock.systemUTC();
    }
}
