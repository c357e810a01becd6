package org.cumulet.database;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An inventory that knows a host of role `database` where nobody listens, one of role `compute`, and one in memory.
public class Inventory implements QuarkusTestResourceLifecycleManager {

    private static final String HOSTS = "/inventory/v1/hosts/";

    private static final Map<String, String> KNOWN = Map.of(
            "database-host", ssh("database-host", "database"),
            "compute-host", ssh("compute-host", "compute"),
            "simulated-host", """
                    {"host": {"id": "simulated-host", "kind": "simulated", "roles": ["database"]}}""");

    private HttpServer server;

    private static String ssh(String id, String role) {
        return """
                {"host": {"id": "%s", "kind": "ssh", "address": "127.0.0.1", "port": 1, "user": "root", "name": "any",
                          "host_key": "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "roles": ["%s"]}}
                """.formatted(id, role);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(HOSTS, Inventory::answer);
        server.start();
        return Map.of(
                "cumulet.url.inventory",
                "http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var host = KNOWN.get(exchange.getRequestURI().getPath().substring(HOSTS.length()));
            var body = (host == null ? "{}" : host).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(host == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
