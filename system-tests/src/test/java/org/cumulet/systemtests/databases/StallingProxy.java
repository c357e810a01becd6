package org.cumulet.systemtests.databases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;

/// Stands before a server and hands everything on, but keeps the first message that holds the words it was told.
final class StallingProxy implements AutoCloseable {

    private final ServerSocket door;
    private final IntSupplier target;
    private volatile Optional<Stall> stall = Optional.empty();

    /// @param come done when the words have come, and gone no further
    private record Stall(String words, CountDownLatch come) {}

    private StallingProxy(ServerSocket door, IntSupplier target) {
        this.door = door;
        this.target = target;
    }

    static StallingProxy before(IntSupplier target) throws IOException {
        var proxy = new StallingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    /// From now on these words do not pass.
    ///
    /// @return done when they have come
    CountDownLatch stallAt(String words) {
        var next = new Stall(words, new CountDownLatch(1));
        stall = Optional.of(next);
        return next.come();
    }

    /// From now on everything passes.
    void open() {
        stall = Optional.empty();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                var server = new Socket()) {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getAsInt()));
            Thread.ofVirtual().start(() -> handOn(server, client, false));
            handOn(client, server, true);
        } catch (IOException e) {
            // whoever is there sees that the connection is gone
        }
    }

    private void handOn(Socket from, Socket to, boolean listening) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream(), listening);
        } catch (IOException e) {
            // closed on one side, so on the other
        }
    }

    private void copy(InputStream in, OutputStream out, boolean listening) throws IOException {
        var buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            var message = new String(buffer, 0, count, ISO_8859_1);
            var now = stall.filter(it -> listening && message.contains(it.words()));
            if (now.isPresent()) {
                now.get().come().countDown();
                return;
            }
            out.write(buffer, 0, count);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
