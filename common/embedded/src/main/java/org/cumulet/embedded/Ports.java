package org.cumulet.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// TCP ports of this machine's loopback.
final class Ports {

    private Ports() {}

    /// The wanted port if it is free, any free one for 0.
    static int claim(int wanted, String server) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedException(
                    "Port %d, wanted for %s, is taken: stop what listens there (ss -ltnp 'sport = :%d' names it), or choose another port."
                            .formatted(wanted, server, wanted),
                    e);
        }
    }

    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
