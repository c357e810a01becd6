package org.cumulet.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The services this one asks, as far as it asks them: identity, which lets services in, and inventory, whose hosts
/// are what their names say: `simulated-…`, `light-<last byte of the address>`, `dead-…`; any other does not exist.
public class Neighbours implements QuarkusTestResourceLifecycleManager {

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/identity/v3/auth/tokens", Neighbours::login);
        server.createContext("/inventory/v1/hosts/", Neighbours::host);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "cumulet.url.identity", url,
                "cumulet.url.inventory", url,
                "cumulet.service.password", "of-tests-only");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void login(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("X-Subject-Token", "a-services-token");
        answer(exchange, 201, "{\"token\":{\"expires_at\":\"2100-01-01T00:00:00.000000Z\"}}");
    }

    private static void host(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().substring("/inventory/v1/hosts/".length());
        if (!"a-services-token".equals(exchange.getRequestHeaders().getFirst("X-Auth-Token"))) {
            answer(exchange, 401, "{}");
        } else if (id.startsWith("simulated-")) {
            answer(exchange, 200, """
                    {"host":{"id":"%s","name":"x","kind":"simulated","address":null,"port":null,"user":null,
                    "host_key":null,"state":"ready"}}""".formatted(id));
        } else if (id.startsWith("light-") || id.startsWith("dead-")) {
            answer(exchange, 200, """
                    {"host":{"id":"%s","name":"x","kind":"ssh","address":"172.31.255.%s","port":22,"user":"root",
                    "host_key":"SHA256:%s","state":"ready"}}""".formatted(id, id.substring(id.indexOf('-') + 1), "a".repeat(43)));
        } else {
            answer(exchange, 404, "{\"error\":{\"code\":404,\"title\":\"Not Found\",\"message\":\"no\"}}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
