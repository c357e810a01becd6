package org.cumulet.systemtests.databases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.cumulet.systemtests.hosts.TestHost;
import org.cumulet.systemtests.hosts.TestHosts;

/// A port of this machine that leads through a guest: whoever connects to it comes out of the guest's own network card.
final class ThroughAGuest implements AutoCloseable {

    private static final String KEY = "/root/story-key";

    private final ServerSocket door;
    private final TestHost host;
    private final String command;

    private ThroughAGuest(ServerSocket door, TestHost host, String command) {
        this.door = door;
        this.host = host;
        this.command = command;
    }

    /// @param network the id of the guest's network, on which it has sshd
    /// @param target as in `10.0.0.5:3306`, as the guest sees it
    static ThroughAGuest open(TestHost host, String network, String guest, String privateKey, String target)
            throws IOException {
        host.ssh("umask 077; cat > " + KEY).reading(privateKey).run().text();
        var command = """
                ip netns exec cumulet-%s ssh -i %s -o BatchMode=yes -o StrictHostKeyChecking=no \
                -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -W %s root@%s""".formatted(network.substring(0, 8), KEY, target, guest);
        var way = new ThroughAGuest(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, command);
        Thread.startVirtualThread(way::letIn);
        return way;
    }

    int port() {
        return door.getLocalPort();
    }

    private void letIn() {
        try {
            while (true) {
                var visitor = door.accept();
                Thread.startVirtualThread(() -> lead(visitor));
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lead(Socket visitor) {
        try (visitor) {
            var tunnel = TestHosts.tunnel(host, command);
            Thread.startVirtualThread(() -> pass(visitor, tunnel.getOutputStream()));
            tunnel.getInputStream().transferTo(visitor.getOutputStream());
            tunnel.destroy();
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private static void pass(Socket from, OutputStream to) {
        try (to;
                InputStream in = from.getInputStream()) {
            var piece = new byte[8192];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                to.write(piece, 0, read);
                to.flush();
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        host.ssh("rm -f " + KEY).run().text();
    }
}
