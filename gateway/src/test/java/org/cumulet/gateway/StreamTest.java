package org.cumulet.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/// Bytes pass through; they are not collected here.
@QuarkusTest
@WithTestResource(BackendResource.class)
class StreamTest {

    private static final long MIB = 1 << 20;
    private static final long LONG = 256 * MIB;
    private static final long BUFFERS = 48 * MIB;

    Backend backend;

    private static URI url(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }

    @Test
    void anImageIsUploadedWhole() throws Exception {
        var sum = new CRC32();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(url("/image/v2/images/1/file"))
                    .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new Noise(LONG, sum)))
                    .build();

            var answer = http.send(request, BodyHandlers.ofString()).body();

            assertThat(answer).contains("\"length\":" + LONG).contains("\"sum\":" + sum.getValue());
        }
    }

    @Test
    void anImageIsDownloadedWhole() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var body = http.send(
                                HttpRequest.newBuilder(url("/image/bytes?count=" + LONG))
                                        .build(),
                                BodyHandlers.ofInputStream())
                        .body()) {
            assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(LONG);
        }
    }

    @Test
    void aServiceThatDoesNotReadIsNotReadFor() throws Exception {
        var pushed = new AtomicLong();
        try (var raw = new RawHttp()
                .send("PUT /image/v2/images/never-read/file HTTP/1.1\nHost: x\nContent-Length: 10000000000\n\n")) {
            var pushing = Thread.ofVirtual().start(() -> push(raw, pushed));

            assertThat(whereItStops(pushed::get)).isLessThan(BUFFERS);
            assertThat(pushing.isAlive()).isTrue();
            backend.hangUp();
        }
    }

    private static void push(RawHttp raw, AtomicLong pushed) {
        try {
            while (true) {
                raw.send(new byte[64 * 1024]);
                pushed.addAndGet(64 * 1024);
            }
        } catch (IOException _) {
            // closed at the end of the test
        }
    }

    @Test
    void aCallerThatDoesNotReadIsNotReadFor() throws Exception {
        var before = backend.sent();
        try (var raw = new RawHttp().send("GET /image/endless HTTP/1.1\nHost: x\n\n")) {
            assertThat(raw.firstLine()).isEqualTo("HTTP/1.1 200 OK");

            assertThat(whereItStops(backend::sent) - before).isLessThan(BUFFERS);
        }
    }

    private static long whereItStops(LongSupplier count) {
        var seen = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(20))
                .until(() -> seen.getAndSet(count.getAsLong()) == count.getAsLong());
        return seen.get();
    }

    @Test
    void aServiceMayAnswerBeforeItHasReadTheBody() throws Exception {
        try (var raw = new RawHttp()
                .send("PUT /image/v2/images/refused/file HTTP/1.1\nHost: x\nContent-Length: 10000000000\n\n")) {
            raw.send(new byte[(int) MIB]);

            assertThat(raw.firstLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
            for (var i = 0; i < 64; i++) {
                raw.send(new byte[(int) MIB]);
            }
        }
    }

    @Test
    void aServiceIsAskedWhetherItWantsTheBody() throws Exception {
        try (var raw = new RawHttp()
                .send("PUT /image/v2/images/1/file HTTP/1.1\nHost: x\nContent-Length: 5\nExpect: 100-continue\n\n")) {
            assertThat(raw.firstLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(raw.firstLine()).isEmpty();
            raw.send("hello");
            assertThat(raw.firstLine()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aServiceMayRefuseTheBodyBeforeItIsSent() throws Exception {
        try (var raw = new RawHttp()
                .send(
                        "PUT /image/v2/images/refused/file HTTP/1.1\nHost: x\nContent-Length: 5\nExpect: 100-continue\n\n")) {
            assertThat(raw.firstLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
        }
    }

    /// Reproducible bytes.
    private static final class Noise extends InputStream {
        private final CRC32 sum;
        private long left;

        Noise(long length, CRC32 sum) {
            this.left = length;
            this.sum = sum;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            var count = (int) Math.min(length, left);
            for (var i = 0; i < count; i++) {
                into[offset + i] = (byte) (left - i);
            }
            sum.update(into, offset, count);
            left -= count;
            return count;
        }
    }
}
