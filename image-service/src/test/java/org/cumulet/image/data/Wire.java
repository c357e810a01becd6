package org.cumulet.image.data;

import static org.cumulet.image.Api.IMAGES;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/// Bytes sent and received without being held.
record Wire(String token) {

    /// In chunks, as senders do that do not know how many there will be.
    int upload(String image, InputStream bytes, Map<String, String> headers) {
        return upload(image, bytes, connection -> {
            headers.forEach(connection::setRequestProperty);
            connection.setChunkedStreamingMode(65536);
        });
    }

    /// As many as announced.
    int upload(String image, InputStream bytes, long announced) {
        return upload(image, bytes, connection -> connection.setFixedLengthStreamingMode(announced));
    }

    private int upload(String image, InputStream bytes, Consumer<HttpURLConnection> how) {
        try {
            var connection = connect(image);
            connection.setRequestMethod("PUT");
            connection.setRequestProperty("Content-Type", "application/octet-stream");
            connection.setDoOutput(true);
            how.accept(connection);
            try (var out = connection.getOutputStream()) {
                bytes.transferTo(out);
            }
            return connection.getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return how many bytes came
    long download(String image) {
        try (var in = connect(image).getInputStream()) {
            var buffer = new byte[1 << 20];
            var total = 0L;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
            }
            return total;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpURLConnection connect(String image) throws IOException {
        var address = URI.create("http://localhost:%d%s/%s/file".formatted(RestAssured.port, IMAGES, image));
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestProperty("X-Auth-Token", token);
        return connection;
    }
}
