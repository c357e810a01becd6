package org.cumulet.inventory.host;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Objects;
import org.cumulet.api.fault.Fault;
import org.cumulet.events.Service;
import org.cumulet.ssh.HostKeys;
import org.cumulet.ssh.KeyInstaller;
import org.cumulet.ssh.MachineFault;

/// Puts the cloud's key on a host with a password that is used once and kept nowhere.
@Singleton
class KeyInstallation {

    private final HostService hosts;
    private final HostKeys hostKeys;
    private final KeyInstaller installer;

    KeyInstallation(
            HostService hosts, @Service("inventory") HostKeys hostKeys, @Service("inventory") KeyInstaller installer) {
        this.hosts = hosts;
        this.hostKeys = hostKeys;
        this.installer = installer;
    }

    /// A password does not belong into logs, so it does not say itself.
    record Request(@NotNull @Size(min = 1, max = 1024) String password) {
        @Override
        public String toString() {
            return "a password";
        }
    }

    /// @throws Fault.Conflict when the host does not take the password, or does not answer
    Host install(String id, String password) {
        var host = hosts.named(id, HostRule.INSTALL_KEY);
        if (host.kind() != HostKind.SSH) {
            throw new Fault.Conflict("Host '%s' is not reached by SSH.".formatted(host.name()));
        }
        try {
            installer.install(pinned(host).machine(), password);
        } catch (MachineFault fault) {
            throw new Fault.Conflict("%s.".formatted(fault.getMessage())).because(fault);
        }
        return hosts.welcomed(host.id());
    }

    private Host pinned(Host host) {
        if (host.hostKey() != null) {
            return host;
        }
        try {
            var address = Objects.requireNonNull(host.address());
            var shown = hostKeys.fetch(address, Objects.requireNonNull(host.port()));
            return hosts.believe(host.id(), shown.fingerprint());
        } catch (IOException e) {
            throw new Fault.Conflict("Host '%s' shows no host key: %s.".formatted(host.name(), e.getMessage()))
                    .because(e);
        }
    }
}
