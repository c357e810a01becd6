package org.cumulet.network;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.cumulet.events.Outbox;
import org.cumulet.events.Outboxes;
import org.cumulet.events.Service;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.CommandRunners;
import org.cumulet.ssh.SshSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What every feature of this service uses, under the service's name.
class NetworkBeans {

    @Produces
    @Singleton
    @Service("network")
    Outbox outbox(Outboxes outboxes, @DataSource("network") AgroalDataSource database) {
        return outboxes.on("network", database);
    }

    /// Hosts are worked on one run at a time, so that few channels are enough.
    @Produces
    @Singleton
    @Service("network")
    CommandRunner runner(@ConfigProperty(name = "cumulet.ssh.key-file") Path key) {
        return CommandRunners.open(SshSettings.of(key));
    }

    void close(@Disposes @Service("network") CommandRunner runner) {
        runner.close();
    }

    @Produces
    @Singleton
    @Service("network")
    Clock clock() {
        return Clock.systemUTC();
    }
}
