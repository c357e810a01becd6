package org.cumulet.compute.hypervisor;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.cumulet.events.Service;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.CommandRunners;
import org.cumulet.ssh.SshSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How this service gets to its hosts.
class HypervisorBeans {

    @Produces
    @Singleton
    @Service("compute")
    CommandRunner runner(@ConfigProperty(name = "cumulet.ssh.key-file") Path keyFile) {
        return CommandRunners.open(SshSettings.of(keyFile));
    }

    void close(@Disposes @Service("compute") CommandRunner runner) {
        runner.close();
    }
}
