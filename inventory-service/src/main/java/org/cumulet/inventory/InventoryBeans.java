package org.cumulet.inventory;

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
import org.cumulet.saga.Sagas;
import org.cumulet.saga.Workflows;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.CommandRunners;
import org.cumulet.ssh.HostKeys;
import org.cumulet.ssh.KeyInstaller;
import org.cumulet.ssh.SshKeys;
import org.cumulet.ssh.SshSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What the inventory is built from beside its own parts.
class InventoryBeans {

    @Produces
    @Singleton
    @Service("inventory")
    Outbox outbox(Outboxes outboxes, @DataSource("inventory") AgroalDataSource database) {
        return outboxes.on("inventory", database);
    }

    @Produces
    @Singleton
    @Service("inventory")
    Sagas sagas(
            Workflows workflows,
            @DataSource("inventory") AgroalDataSource database,
            @Service("inventory") Outbox outbox) {
        return workflows.on(database, outbox);
    }

    @Produces
    @Singleton
    @Service("inventory")
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @Service("inventory")
    SshKeys keys(@ConfigProperty(name = "cumulet.ssh.key-file") Path keyFile) {
        return SshKeys.ensure(keyFile);
    }

    @Produces
    @Singleton
    @Service("inventory")
    CommandRunner runner(@ConfigProperty(name = "cumulet.ssh.key-file") Path keyFile, InventorySettings settings) {
        return CommandRunners.open(
                SshSettings.of(keyFile).withConnectTimeout(settings.probe().connectTimeout()));
    }

    void close(@Disposes @Service("inventory") CommandRunner runner) {
        runner.close();
    }

    @Produces
    @Singleton
    @Service("inventory")
    KeyInstaller keyInstaller(@ConfigProperty(name = "cumulet.ssh.key-file") Path keyFile, InventorySettings settings) {
        return KeyInstaller.open(
                SshSettings.of(keyFile).withConnectTimeout(settings.probe().connectTimeout()));
    }

    void close(@Disposes @Service("inventory") KeyInstaller installer) {
        installer.close();
    }

    @Produces
    @Singleton
    @Service("inventory")
    HostKeys hostKeys(InventorySettings settings) {
        return HostKeys.open(settings.probe().connectTimeout());
    }

    void close(@Disposes @Service("inventory") HostKeys hostKeys) {
        hostKeys.close();
    }
}
