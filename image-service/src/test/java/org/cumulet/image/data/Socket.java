package org.cumulet.image.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Arrays;

/// A request that is sent as slowly as a test likes.
final class Socket implements AutoCloseable {

    private final java.net.Socket socket;

    private Socket(java.net.Socket socket) {
        this.socket = socket;
    }

    static Socket to(String method, String path, String token, String headers) throws IOException {
        var socket = new Socket(new java.net.Socket("localhost", RestAssured.port));
        socket.socket.setSoTimeout(20_000);
        socket.send(
                "%s %s HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: %s\r\nContent-Type: application/octet-stream\r\n%s\r\n\r\n"
                        .formatted(method, path, token, headers));
        return socket;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /// Sends for ever, slowly enough to be still at it when the other side loses patience.
    void sendUntilCutOff() {
        var nothing = new byte[65536];
        try {
            while (socket.getInputStream().available() == 0) {
                socket.getOutputStream().write(nothing);
            }
        } catch (IOException cutOff) {
            return;
        }
    }

    /// What the other side has said by now, or says next.
    String read() throws IOException {
        var buffer = new byte[65536];
        var read = socket.getInputStream().read(buffer);
        return new String(Arrays.copyOf(buffer, Math.max(read, 0)), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
