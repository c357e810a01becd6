package org.cumulet.systemtests.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The cloud's REST APIs, as one caller sees them.
public final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String url;
    private final String token;

    private Api(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /// A caller with a fresh token of one project.
    public static Api login(String url, Credentials credentials) {
        var answer = new Api(url, "").post("/identity/v3/auth/tokens", credentials.json());
        return new Api(
                url, answer.expect(201).headers().firstValue("X-Subject-Token").orElseThrow());
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    /// A request whose body is text of another kind.
    public Answer postText(String path, String contentType, String text) {
        var body = BodyPublishers.ofString(text, StandardCharsets.UTF_8);
        return send(request("POST", path, body, contentType), "POST " + path);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer put(String path, byte[] bytes) {
        return send(request("PUT", path, BodyPublishers.ofByteArray(bytes), "application/octet-stream"), "PUT " + path);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /// Any request with a JSON body, or with none.
    public Answer send(String method, String path, String json) {
        var body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json, StandardCharsets.UTF_8);
        return send(request(method, path, body, "application/json"), "%s %s %s".formatted(method, path, json));
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String contentType) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofMinutes(1))
                .header("X-Auth-Token", token)
                .header("Accept", "application/json")
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
    }

    private static Answer send(HttpRequest request, String described) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(described, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(described, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + described, e);
        }
    }
}
