package org.cumulet.gateway;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Bytes as no well-behaved client would send them.
final class RawHttp implements AutoCloseable {

    private final Socket socket;

    RawHttp() throws IOException {
        socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(20_000);
    }

    RawHttp send(String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    RawHttp send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    Socket socket() {
        return socket;
    }

    /// All that comes until the other side closes.
    String untilClosed() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    String firstLine() throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\n';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /// Status line, headers and body of one answer, sent on a connection that is asked to end with it.
    static String ask(String text) throws IOException {
        try (var raw = new RawHttp()) {
            return raw.send(text).untilClosed();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
