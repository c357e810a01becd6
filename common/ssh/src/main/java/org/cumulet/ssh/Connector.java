package org.cumulet.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/// Opens connections: finds the machine, makes sure that it is the right one, and logs in.
final class Connector {

    private static final int HANDSHAKES_AT_ONCE = 16;
    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

    private final Turns handshakes = new Turns(HANDSHAKES_AT_ONCE, LONGEST_TURN);
    private final SshClient client;
    private final SshSettings settings;
    private final Consumer<ClientSession> identity;

    /// Kinds of host keys that machines have shown in vain; spares the next connection the same detour.
    private final ConcurrentMap<Place, Set<String>> detours = new ConcurrentHashMap<>();

    /// @param identity tells a session who we are
    Connector(SshClient client, SshSettings settings, Consumer<ClientSession> identity) {
        this.client = client;
        this.settings = settings;
        this.identity = identity;
    }

    /// A machine has several host keys and one of them is pinned: it is asked for another until it has no more.
    ClientSession connect(Machine machine) {
        var place = Place.of(machine);
        var shown = new HashSet<>(detours.getOrDefault(place, Set.of()));
        MachineFault.@Nullable HostKeyChanged changed = null;
        while (true) {
            var handshake = new Handshake(machine.hostKey(), Set.copyOf(shown));
            try (var _ = handshakes.take()) {
                var session = attempt(machine, handshake);
                detours.put(place, Set.copyOf(shown));
                return session;
            } catch (MachineFault fault) {
                var refused = handshake.refused();
                if (refused == null) {
                    throw changed == null || handshake.offered() != null ? fault : changed;
                }
                changed = changed == null ? new MachineFault.HostKeyChanged(machine, refused.fingerprint()) : changed;
                if (!shown.add(refused.type())) {
                    throw changed;
                }
            }
        }
    }

    private ClientSession attempt(Machine machine, Handshake handshake) {
        ClientSession session;
        try {
            session = client.connect(machine.user(), machine.address(), machine.port(), handshake.context(), null)
                    .verify(settings.connectTimeout())
                    .getSession();
        } catch (IOException e) {
            throw new MachineFault.Unreachable(machine, reason(e), e);
        }
        try {
            identity.accept(session);
            session.auth().verify(settings.connectTimeout());
            return session;
        } catch (IOException e) {
            var known = handshake.offered() != null && handshake.refused() == null;
            var refused = known && session.isOpen();
            session.close(true);
            throw refused
                    ? new MachineFault.LoginRefused(machine, reason(e), e)
                    : new MachineFault.Unreachable(machine, reason(e), e);
        }
    }

    private static String reason(IOException e) {
        var root = (Throwable) e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
    }
}
