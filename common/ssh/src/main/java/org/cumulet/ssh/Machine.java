package org.cumulet.ssh;

import org.jspecify.annotations.Nullable;

/// A machine that commands can be run on, and how to reach it. What it holds is checked when it is made, so that
/// neither an address nor a user name can ever be anything else.
///
/// @param id what the machine is known by; two machines with one id are the same machine
/// @param hostKey the pinned fingerprint, as `SHA256:…`; a machine that shows another key is refused
public record Machine(
        String id,
        Kind kind,
        String address,
        int port,
        String user,
        @Nullable String hostKey) {

    /// How commands get to a machine.
    public enum Kind {
        SSH,
        LOCAL,
        SIMULATED
    }

    public Machine {
        if (kind == Kind.SSH) {
            Grammar.ADDRESS.check(address);
            Grammar.USER.check(user);
            if (hostKey == null) {
                throw new IllegalArgumentException("machine %s has no pinned host key".formatted(id));
            }
            Grammar.FINGERPRINT.check(hostKey);
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("%d is not a port".formatted(port));
            }
        }
    }

    public static Machine ssh(String id, String address, int port, String user, String hostKey) {
        return new Machine(id, Kind.SSH, address, port, user, hostKey);
    }

    public static Machine local(String id) {
        return new Machine(id, Kind.LOCAL, "localhost", 0, "", null);
    }

    public static Machine simulated(String id) {
        return new Machine(id, Kind.SIMULATED, "", 0, "", null);
    }

    @Override
    public String toString() {
        return kind == Kind.SSH ? "%s (%s@%s port %d)".formatted(id, user, address, port) : id;
    }
}
