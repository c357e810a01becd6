package org.cumulet.batch.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/// Calls of the cloud's own API, each at the service that owns its path.
@Singleton
public class Services {

    /// First parts of paths, and the services that own them.
    private static final Map<String, String> OWNERS = Map.of(
            "identity", "identity",
            "image", "image",
            "inventory", "inventory",
            "placement", "inventory",
            "network", "network",
            "compute", "compute",
            "database", "database");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST = 1024 * 1024;

    private final Config config;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Services(Config config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /// The first parts of paths that can be asked for.
    public static Set<String> paths() {
        return OWNERS.keySet();
    }

    /// @param path beginning with a slash and the service's own path
    /// @throws IOException when there is no answer
    /// @throws InterruptedException when this process ends
    public Answer send(String method, String path, Map<String, String> headers, byte @Nullable [] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path)).timeout(PATIENCE);
        headers.forEach(request::setHeader);
        request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var stream = response.body()) {
            var bytes = stream.readNBytes(LONGEST);
            return Answer.of(response.statusCode(), read(bytes), requestId(response));
        }
    }

    private URI address(String path) {
        var service = Optional.ofNullable(OWNERS.get(path.split("[/?]", 3)[1])).orElseThrow();
        return URI.create(config.getValue("cumulet.url." + service, String.class) + path);
    }

    private @Nullable JsonNode read(byte[] bytes) {
        try {
            return bytes.length == 0 ? null : json.readTree(new String(bytes, UTF_8));
        } catch (IOException e) {
            return null;
        }
    }

    private static String requestId(HttpResponse<?> response) {
        return response.headers().firstValue("x-openstack-request-id").orElse("");
    }
}
