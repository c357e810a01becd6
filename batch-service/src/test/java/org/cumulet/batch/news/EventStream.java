package org.cumulet.batch.news;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody hears who listens to `text/event-stream`.
final class EventStream implements AutoCloseable {

    private final HttpClient client;
    private final InputStream body;
    private final BufferedReader lines;
    private final List<String> heard = new ArrayList<>();

    private EventStream(HttpClient client, InputStream body) {
        this.client = client;
        this.body = body;
        this.lines = new BufferedReader(new InputStreamReader(body, UTF_8));
    }

    /// @param last the cursor to go on from
    static EventStream open(String token, String query, @Nullable String last)
            throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/batch/v1/events%s".formatted(RestAssured.port, query)))
                .timeout(Duration.ofSeconds(30))
                .header("X-Auth-Token", token)
                .header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        var response = client.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new EventStream(client, response.body());
    }

    /// The next line that begins so.
    String until(String beginning) throws Exception {
        return CompletableFuture.supplyAsync(() -> read(Pattern.compile(beginning)))
                .get(30, TimeUnit.SECONDS);
    }

    List<String> heard() {
        return heard;
    }

    private String read(Pattern beginning) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(line);
                if (beginning.matcher(line).lookingAt()) {
                    return line;
                }
            }
            throw new AssertionError("The stream ended after " + heard);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
        client.shutdownNow();
    }
}
