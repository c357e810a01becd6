package org.cumulet.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.apache.sshd.client.SshClient;

/// Asks machines for their host keys. Believing the answer is trust on first use, and up to the caller.
public final class HostKeys implements AutoCloseable {

    private static final String NOBODY = "nobody";

    private static final int AT_ONCE = 16;
    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

    private final Turns turns = new Turns(AT_ONCE, LONGEST_TURN);
    private final SshClient client;
    private final Duration timeout;

    private HostKeys(SshClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    public static HostKeys open(Duration timeout) {
        return new HostKeys(SshTransport.start(timeout, Duration.ZERO), timeout);
    }

    /// The key that is shown at an address. Nobody logs in.
    public HostKey fetch(String address, int port) throws IOException {
        Grammar.ADDRESS.check(address);
        var handshake = new Handshake(null, Set.of());
        IOException refusal;
        try (var _ = turns.take();
                var session = client.connect(NOBODY, address, port, handshake.context(), null)
                        .verify(timeout)
                        .getSession()) {
            session.auth().verify(timeout);
            throw new IllegalStateException("a host key was accepted that nobody has pinned");
        } catch (IOException e) {
            refusal = e;
        }
        var key = handshake.offered();
        if (key == null) {
            throw refusal;
        }
        return key;
    }

    @Override
    public void close() {
        client.stop();
    }
}
