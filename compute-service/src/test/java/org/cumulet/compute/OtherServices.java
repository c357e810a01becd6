package org.cumulet.compute;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.testing.auth.TestTokens;
import org.jspecify.annotations.Nullable;

/// Image, network and identity as far as compute asks them: a fixed world in which every kind of trouble has an id.
public class OtherServices implements QuarkusTestResourceLifecycleManager {

    public static final String IMAGE = "70a599e0-31e7-49b7-b260-868f441e862b";
    public static final String QUEUED_IMAGE = "70a599e0-31e7-49b7-b260-000000000001";
    public static final String LARGE_IMAGE = "70a599e0-31e7-49b7-b260-000000000002";
    public static final String HUNGRY_IMAGE = "70a599e0-31e7-49b7-b260-000000000003";
    public static final String IMAGE_THAT_BREAKS = "70a599e0-31e7-49b7-b260-000000000004";

    public static final String NETWORK = "3cb9bc59-5699-4588-a4b1-b87f96708bc6";
    public static final String SECOND_NETWORK = "3cb9bc59-5699-4588-a4b1-000000000001";
    public static final String EXTERNAL_NETWORK = "3cb9bc59-5699-4588-a4b1-000000000002";
    public static final String BARE_NETWORK = "3cb9bc59-5699-4588-a4b1-000000000003";
    public static final String NETWORK_THAT_BREAKS = "3cb9bc59-5699-4588-a4b1-000000000004";

    public static final String PORT = "ce531f90-199f-48c0-816c-13e38010b442";
    public static final String PORT_IN_USE = "ce531f90-199f-48c0-816c-000000000001";
    public static final String PORT_WITHOUT_ADDRESS = "ce531f90-199f-48c0-816c-000000000002";

    /// A project with two networks of its own.
    public static final String PROJECT_OF_TWO_NETWORKS = "33333333333333333333333333333333";

    private static final Map<String, String> IMAGES = Map.of(
            IMAGE, image(IMAGE, "active", 0, 1_000_000),
            QUEUED_IMAGE, image(QUEUED_IMAGE, "queued", 0, 1_000_000),
            LARGE_IMAGE, image(LARGE_IMAGE, "active", 0, 100L << 30),
            HUNGRY_IMAGE, image(HUNGRY_IMAGE, "active", 8192, 1_000_000));

    private static final Map<String, String> NETWORKS = Map.of(
            NETWORK,
            network(NETWORK, "private", TestTokens.PROJECT, false, true),
            SECOND_NETWORK,
            network(SECOND_NETWORK, "one", PROJECT_OF_TWO_NETWORKS, false, true),
            "two",
            network("3cb9bc59-5699-4588-a4b1-000000000009", "two", PROJECT_OF_TWO_NETWORKS, false, true),
            EXTERNAL_NETWORK,
            network(EXTERNAL_NETWORK, "public", "99", true, true),
            BARE_NETWORK,
            network(BARE_NETWORK, "bare", TestTokens.PROJECT, false, false));

    private static final Map<String, String> PORTS = Map.of(
            PORT, port(PORT, "", "{\"ip_address\":\"192.168.1.3\"}"),
            PORT_IN_USE, port(PORT_IN_USE, "another", "{\"ip_address\":\"192.168.1.4\"}"),
            PORT_WITHOUT_ADDRESS, port(PORT_WITHOUT_ADDRESS, "", ""));

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/image/v2/images/", OtherServices::image);
        server.createContext("/network/v2.0/networks", exchange -> many(exchange, "networks", NETWORKS));
        server.createContext("/network/v2.0/ports", exchange -> many(exchange, "ports", PORTS));
        server.createContext("/network/v2.0/security-groups", OtherServices::securityGroups);
        server.createContext("/identity/v3/projects/", OtherServices::project);
        server.createContext("/identity/v3/auth/tokens", OtherServices::login);
        server.createContext("/inventory/v1/hosts", OtherServices::hosts);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        var settings = new HashMap<>(Map.of("cumulet.service.password", "secret"));
        for (var service : List.of("identity", "image", "network", "inventory")) {
            settings.put("cumulet.url." + service, url);
        }
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void image(HttpExchange exchange) throws IOException {
        var id = lastSegment(exchange);
        if (id.equals(IMAGE_THAT_BREAKS)) {
            answer(exchange, 500, "{}");
        } else {
            answer(exchange, IMAGES.containsKey(id) ? 200 : 404, IMAGES.getOrDefault(id, "{}"));
        }
    }

    private static void many(HttpExchange exchange, String name, Map<String, String> all) throws IOException {
        var wanted = parameters(exchange, "id");
        if (wanted.contains(NETWORK_THAT_BREAKS)) {
            answer(exchange, 500, "{}");
            return;
        }
        var found = all.entrySet().stream()
                .filter(one -> wanted.isEmpty() || wanted.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(","));
        answer(exchange, 200, "{\"%s\":[%s]}".formatted(name, found));
    }

    private static void securityGroups(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"security_groups":[
                  {"id":"85cc3048-abc3-43cc-89b3-377341426ac5","name":"default","description":"","project_id":"p","security_group_rules":[
                     {"id":"5cc3048a-abc3-43cc-89b3-377341426ac5","direction":"egress","ethertype":"IPv4"},
                     {"id":"5cc3048b-abc3-43cc-89b3-377341426ac5","direction":"ingress","ethertype":"IPv4",
                      "remote_group_id":"85cc3048-abc3-43cc-89b3-377341426ac5"}]},
                  {"id":"85cc3048-abc3-43cc-89b3-377341426ac6","name":"web","description":""},
                  {"id":"85cc3048-abc3-43cc-89b3-377341426ac7","name":"twice","description":""},
                  {"id":"85cc3048-abc3-43cc-89b3-377341426ac8","name":"twice","description":""}]}""");
    }

    private static void project(HttpExchange exchange) throws IOException {
        answer(exchange, lastSegment(exchange).startsWith("dead") ? 404 : 200, "{\"project\":{}}");
    }

    private static void login(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("X-Subject-Token", TestTokens.service());
        send(
                exchange,
                201,
                "{\"token\":{\"expires_at\":\"%s\"}}".formatted(Instant.now().plusSeconds(3600)));
    }

    private static void hosts(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PATCH")) {
            var change = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            answer(
                    exchange,
                    200,
                    "{\"host\":%s}"
                            .formatted(host("compute-1", Servers.HOST.id(), "nova", false, "\"cleaning\"", "ready")
                                    .replace("cleaning", change.contains("cleaning") ? "cleaning" : "")));
            return;
        }
        var second = UUID.fromString("f6d28711-9c10-470e-8b31-c03f498b0032");
        answer(
                exchange,
                200,
                "{\"hosts\":[%s,%s]}"
                        .formatted(
                                host("compute-1", Servers.HOST.id(), "nova", true, "null", "ready"),
                                host("compute-2", second, "rack-2", false, "\"broken fan\"", "unreachable")));
    }

    private static String host(
            String name, UUID id, String zone, boolean enabled, String disabledReason, String state) {
        return """
                {"id":"%s","name":"%s","kind":"ssh","address":"192.0.2.1","port":22,"virt_type":"auto",
                 "availability_zone":"%s","enabled":%s,"disabled_reason":%s,"state":"%s","hypervisor":"qemu",
                 "capacity":{"vcpus":8,"memory_mb":16384,"disk_gb":100},"facts":{"cpu":{"model":"Nehalem","sockets":1}},
                 "instances_path":"/var/lib/cumulet","updated_at":"2026-01-01T12:00:00.123456Z"}""".formatted(id, name, zone, enabled, disabledReason, state);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, exchange.getRequestHeaders().containsKey("X-Auth-Token") ? status : 401, body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String lastSegment(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> parameters(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getRawQuery();
        return Stream.of((query == null ? "" : query).split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                .toList();
    }

    private static String image(String id, String status, int minRam, long size) {
        return """
                {"id":"%s","name":"guest","status":"%s","min_disk":0,"min_ram":%d,"size":%d,"virtual_size":%d}""".formatted(id, status, minRam, size, size);
    }

    private static String network(String id, String name, String project, boolean external, boolean subnets) {
        return """
                {"id":"%s","name":"%s","project_id":"%s","shared":%s,"router:external":%s,"subnets":[%s],"mtu":1450}""".formatted(
                id, name, project, external, external, subnets ? "\"f8a6e8f8-c2ec-497c-9f23-da9616de54ef\"" : "");
    }

    private static String port(String id, String device, String addresses) {
        return """
                {"id":"%s","network_id":"%s","device_id":"%s","fixed_ips":[%s],
                 "security_groups":["85cc3048-abc3-43cc-89b3-377341426ac5"],"mac_address":"fa:16:3e:4c:2c:30"}""".formatted(id, NETWORK, device, addresses);
    }
}
