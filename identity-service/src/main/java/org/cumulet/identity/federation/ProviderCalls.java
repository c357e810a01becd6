package org.cumulet.identity.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.http.Response;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;

/// Requests to a provider: only over TLS, or to this machine; nothing is followed elsewhere, waited for long or read
/// without end.
final class ProviderCalls implements SimpleGet {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 1 << 20;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ObjectMapper json = new ObjectMapper();

    /// @throws IllegalArgumentException for an address that others could listen to
    static URI safe(String address) {
        var uri = URI.create(address);
        var isSafe = "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
        if (!isSafe) {
            throw new IllegalArgumentException("%s does not begin with https://".formatted(address));
        }
        return uri;
    }

    @Override
    public SimpleResponse get(String location) throws IOException {
        var answer = send(HttpRequest.newBuilder(safe(location)).header("Accept", "application/json"));
        return new Response(
                answer.statusCode(),
                "",
                Map.<String, List<String>>copyOf(answer.headers().map()),
                text(answer));
    }

    /// The JSON at an address.
    JsonNode read(String location) throws IOException {
        return json.readTree(good(send(HttpRequest.newBuilder(safe(location)))));
    }

    /// What comes of a form.
    ///
    /// @param authorization the header of that name; empty for none
    JsonNode post(URI location, Map<String, String> form, String authorization) throws IOException {
        var body = form.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(location)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return json.readTree(good(send(request)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(
                    request.timeout(PATIENCE).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String good(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("%s answers %d".formatted(answer.uri(), answer.statusCode()));
        }
        return text(answer);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
