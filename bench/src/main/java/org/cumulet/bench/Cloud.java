package org.cumulet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The cloud under test, by its REST API.
final class Cloud {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;
    private String token = "";
    private String project = "";

    private Cloud(String base) {
        this.base = base;
    }

    /// Logs in as the user of the `OS_*` variables.
    static Cloud login(Map<String, String> environment) throws IOException, InterruptedException {
        var auth = required(environment, "OS_AUTH_URL");
        var cloud = new Cloud(auth.replaceFirst("/identity/v3/?$", ""));
        var domain = Map.of("name", environment.getOrDefault("OS_USER_DOMAIN_NAME", "Default"));
        var user = Map.of(
                "name", required(environment, "OS_USERNAME"),
                "password", required(environment, "OS_PASSWORD"),
                "domain", domain);
        var identity = Map.of("methods", new String[] {"password"}, "password", Map.of("user", user));
        var scope = Map.of("project", Map.of("name", required(environment, "OS_PROJECT_NAME"), "domain", domain));
        var answer = cloud.send(
                "POST", "/identity/v3/auth/tokens", Map.of("auth", Map.of("identity", identity, "scope", scope)));
        cloud.token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
        cloud.project = JSON.readTree(answer.body()).at("/token/project/id").asText();
        return cloud;
    }

    /// The same user in another project of this name, which is made where it is not there.
    Cloud neighbour(String name, Map<String, String> environment) throws IOException, InterruptedException {
        var known = named(get("/identity/v3/projects?name=" + name).path("projects"), name);
        var id = known.isMissingNode()
                ? post("/identity/v3/projects", Map.of("project", Map.of("name", name, "domain_id", "default")))
                        .at("/project/id")
                        .asText()
                : known.path("id").asText();
        var user = get("/identity/v3/users?name=" + environment.get("OS_USERNAME"))
                .at("/users/0/id")
                .asText();
        var role = get("/identity/v3/roles?name=admin").at("/roles/0/id").asText();
        grant("/identity/v3/projects/%s/users/%s/roles/%s".formatted(id, user, role));
        var there = new HashMap<>(environment);
        there.put("OS_PROJECT_NAME", name);
        return login(there);
    }

    String project() {
        return project;
    }

    URI base() {
        return URI.create(base);
    }

    String token() {
        return token;
    }

    /// Gives a role, which has no body to answer with.
    void grant(String path) throws IOException, InterruptedException {
        send("PUT", path, null);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", path, null).body());
    }

    JsonNode post(String path, @org.jspecify.annotations.Nullable Object body)
            throws IOException, InterruptedException {
        return JSON.readTree(send("POST", path, body).body());
    }

    /// Posts what is no JSON.
    void post(String path, String type, String body) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        checked(http.send(request, HttpResponse.BodyHandlers.ofString()), "POST", path);
    }

    JsonNode put(String path, Object body) throws IOException, InterruptedException {
        return JSON.readTree(send("PUT", path, body).body());
    }

    /// Uploads bytes, as for an image.
    void upload(String path, byte[] bytes) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build();
        checked(http.send(request, HttpResponse.BodyHandlers.ofString()), "PUT", path);
    }

    /// Deletes; what is gone already is fine.
    void delete(String path) throws IOException, InterruptedException {
        var answer = http.send(request(path).DELETE().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 404) {
            checked(answer, "DELETE", path);
        }
    }

    private HttpResponse<String> send(String method, String path, @org.jspecify.annotations.Nullable Object body)
            throws IOException, InterruptedException {
        var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        return checked(http.send(request, HttpResponse.BodyHandlers.ofString()), method, path);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(120));
        return token.isEmpty() ? request : request.header("X-Auth-Token", token);
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer, String method, String path)
            throws IOException {
        if (answer.statusCode() >= 400) {
            throw new IOException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(name + " is not set: eval \"$(./cumulet env)\" first");
        }
        return value;
    }

    /// The first element of a list with this name, or a missing node.
    static JsonNode named(JsonNode list, String name) {
        for (var item : list) {
            if (item.path("name").asText().equals(name)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }
}
