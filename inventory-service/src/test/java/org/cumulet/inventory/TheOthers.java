package org.cumulet.inventory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Identity and compute, as far as the inventory asks them: a login, and servers page by page. What it answers is put
/// there
/// by the test, over HTTP, since the test lives behind another class loader.
public class TheOthers implements QuarkusTestResourceLifecycleManager {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "cumulet.url.identity", url, "cumulet.url.compute", url, "cumulet.service.password", "of-tests-only");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            if (exchange.getRequestMethod().equals("PUT")) {
                answers.put(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                say(exchange, 200, "");
            } else if (path.equals("/identity/v3/auth/tokens")) {
                exchange.getResponseHeaders().add("X-Subject-Token", "token-of-inventory");
                var until = Instant.now().plus(Duration.ofHours(1));
                say(exchange, 201, "{\"token\": {\"expires_at\": \"%s\"}}".formatted(until));
            } else if (!"token-of-inventory".equals(exchange.getRequestHeaders().getFirst("X-Auth-Token"))) {
                say(exchange, 401, "{}");
            } else {
                var answer = answers.get(path);
                say(exchange, answer == null ? 404 : 200, answer == null ? "{}" : answer);
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
