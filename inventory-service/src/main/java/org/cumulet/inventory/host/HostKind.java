package org.cumulet.inventory.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.cumulet.ssh.Machine;

/// How a host is reached.
public enum HostKind {
    @JsonProperty("ssh")
    SSH(Machine.Kind.SSH),
    /// The machine the cloud itself runs on.
    @JsonProperty("local")
    LOCAL(Machine.Kind.LOCAL),
    /// It exists in memory only.
    @JsonProperty("simulated")
    SIMULATED(Machine.Kind.SIMULATED);

    private final Machine.Kind machine;

    HostKind(Machine.Kind machine) {
        this.machine = machine;
    }

    Machine.Kind machine() {
        return machine;
    }
}
