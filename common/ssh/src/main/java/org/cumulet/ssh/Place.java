package org.cumulet.ssh;

import java.util.Objects;

/// Where a connection leads to: a machine whose address or host key has changed is another place.
record Place(String address, int port, String user, String hostKey) {

    static Place of(Machine machine) {
        var hostKey = Objects.requireNonNull(machine.hostKey(), "no pinned host key");
        return new Place(machine.address(), machine.port(), machine.user(), hostKey);
    }
}
