package org.cumulet.database.install;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cumulet.ssh.Machine;
import org.jspecify.annotations.Nullable;

/// A server that is made on a host, and how the host was reached when that was asked for.
@Entity
@Table(name = "database_installation")
class Installation {

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private Installable engine;

    private String host;
    private String sshAddress;
    private int sshPort;
    private String sshUser;
    private String hostKey;
    private String address;
    private int port;

    @Column(name = "come_from")
    private String from;

    private byte @Nullable [] adminPassword;

    @Enumerated(EnumType.STRING)
    private InstallationState state;

    private String step;
    private String trouble;
    private Instant created;
    private Instant updated;

    protected Installation() {}

    Installation(UUID id, NewInstallation wish, Machine machine, byte[] adminPassword, Instant now) {
        this.id = id;
        name = wish.name();
        engine = wish.engine();
        host = machine.id();
        sshAddress = machine.address();
        sshPort = machine.port();
        sshUser = machine.user();
        hostKey = String.valueOf(machine.hostKey());
        address = wish.addressOn(machine);
        port = wish.portOrUsual();
        from = wish.fromOrAnywhere();
        this.adminPassword = adminPassword;
        state = InstallationState.INSTALLING;
        created = now;
        updated = now;
    }

    void at(String where, Instant now) {
        step = where;
        updated = now;
    }

    /// From now on the password is the registered server's matter.
    void complete(Instant now) {
        state = InstallationState.COMPLETE;
        adminPassword = null;
        trouble = null;
        updated = now;
    }

    void fail(String why, Instant now) {
        state = InstallationState.FAILED;
        trouble = why;
        updated = now;
    }

    /// Once more, where it failed.
    void again(Machine machine, Instant now) {
        sshAddress = machine.address();
        sshPort = machine.port();
        sshUser = machine.user();
        hostKey = String.valueOf(machine.hostKey());
        state = InstallationState.INSTALLING;
        trouble = null;
        updated = now;
    }

    /// Whether it is what this wish asks for.
    boolean isFor(NewInstallation wish, Machine machine) {
        return engine == wish.engine()
                && host.equals(machine.id())
                && address.equals(wish.addressOn(machine))
                && port == wish.portOrUsual()
                && from.equals(wish.fromOrAnywhere());
    }

    boolean isUnderWay() {
        return state == InstallationState.INSTALLING;
    }

    boolean hasFailed() {
        return state == InstallationState.FAILED;
    }

    Machine machine() {
        return Machine.ssh(host, sshAddress, sshPort, sshUser, hostKey);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Installable engine() {
        return engine;
    }

    String host() {
        return host;
    }

    String address() {
        return address;
    }

    int port() {
        return port;
    }

    String from() {
        return from;
    }

    byte @Nullable [] adminPassword() {
        return adminPassword;
    }

    InstallationState state() {
        return state;
    }

    @Nullable
    String step() {
        return step;
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    Instant created() {
        return created;
    }

    Instant updated() {
        return updated;
    }
}
