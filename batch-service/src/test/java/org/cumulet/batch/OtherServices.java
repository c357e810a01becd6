package org.cumulet.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cumulet.testing.auth.TestTokens;
import org.jspecify.annotations.Nullable;

/// Identity, network and compute as far as jobs ask them. What becomes of a thing is in its name:
///
/// - `refused…` is refused with 409
/// - `flaky…` finds the service unavailable twice
/// - `lost…` is done, and the answer does not arrive, the first time
/// - `slow…` takes a moment
/// - `sticky…` cannot be deleted; `clingy…` can be the second time
/// - `broken…` is a server that ends in ERROR, the first time
///
/// The launch template `web` is of three servers, the latest version of it of five; `away` finds the service
/// unavailable.
/// What a launch says beside its name is told by `GET /network/done?name=` for `microversion zone name`.
///
/// `GET /network/deleted?name=` names what was deleted, of those whose names begin so, in that order.
/// `GET /network/done?name=` says how often something was done, `GET /network/most?name=` how many were under way
/// together.
public class OtherServices implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> trusts = new ConcurrentHashMap<>();
    private final Set<String> endedRights = ConcurrentHashMap.newKeySet();
    private final Map<String, String> handled = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Map<String, Integer> done = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final Map<String, Integer> most = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private final Map<String, String> servers = new ConcurrentHashMap<>();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/identity/v3/auth/tokens", this::login);
        server.createContext("/identity/v3/OS-TRUST/trusts", this::trust);
        server.createContext("/network/v2.0/networks", this::network);
        server.createContext("/network/done", exchange -> tell(exchange, done));
        server.createContext("/network/most", exchange -> tell(exchange, most));
        server.createContext("/network/deleted", this::tellDeleted);
        server.createContext("/network/end-rights", this::endRights);
        server.createContext("/network/trusts", exchange -> answer(exchange, 200, String.valueOf(trusts.size())));
        server.createContext("/compute/v2.1/servers", this::servers);
        server.createContext("/compute/v2.1/launches", this::launches);
        server.createContext("/compute/v2.1/launch-templates/", this::template);
        server.createContext("/compute/v2.1/server-states", this::states);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        var settings = new HashMap<String, String>();
        settings.put("test.others", url);
        for (var service : List.of("identity", "network", "compute")) {
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

    private void login(HttpExchange exchange) throws IOException {
        var wanted = body(exchange)
                .path("auth")
                .path("scope")
                .path("OS-TRUST:trust")
                .path("id")
                .asText("");
        var trust = trusts.get(wanted);
        if (!wanted.isEmpty()
                && (trust == null
                        || endedRights.contains(trust.path("project_id").asText()))) {
            answer(exchange, 401, "{\"error\":{\"code\":401,\"message\":\"no\"}}");
            return;
        }
        var token = trust == null
                ? TestTokens.service()
                : TestTokens.project(
                        trust.path("project_id").asText(),
                        trust.path("trustor_user_id").asText(),
                        "member",
                        "reader");
        exchange.getResponseHeaders().add("X-Subject-Token", token);
        answer(
                exchange,
                201,
                "{\"token\":{\"expires_at\":\"%s\"}}".formatted(Instant.now().plusSeconds(3600)));
    }

    private void trust(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("DELETE")) {
            trusts.remove(last(exchange));
            answer(exchange, 204, "");
            return;
        }
        var id = UUID.randomUUID().toString();
        trusts.put(id, body(exchange).path("trust"));
        answer(exchange, 201, "{\"trust\":{\"id\":\"%s\"}}".formatted(id));
    }

    private void endRights(HttpExchange exchange) throws IOException {
        endedRights.add(exchange.getRequestURI().getQuery());
        answer(exchange, 204, "");
    }

    private void network(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("DELETE")) {
            delete(exchange, last(exchange));
            return;
        }
        if (exchange.getRequestMethod().equals("PUT")) {
            answer(exchange, 200, "{\"network\":{\"id\":\"%s\"}}".formatted(last(exchange)));
            return;
        }
        var name = body(exchange).path("network").path("name").asText();
        var project = exchange.getRequestHeaders().getFirst("X-Auth-Token");
        if (project == null) {
            answer(exchange, 401, "{}");
            return;
        }
        var kind = name.split("-")[0];
        var now = underWay.computeIfAbsent(name.split("/")[0], _ -> new AtomicInteger())
                .incrementAndGet();
        most.merge(name.split("/")[0], now, Math::max);
        try {
            if (kind.equals("slow")) {
                pause(Duration.ofMillis(150));
            }
            handle(exchange, kind, name);
        } finally {
            underWay.get(name.split("/")[0]).decrementAndGet();
        }
    }

    private void delete(HttpExchange exchange, String id) throws IOException {
        var name = names.getOrDefault(id, "");
        var times = asked.merge("delete " + id, 1, Integer::sum);
        if (name.startsWith("sticky") || name.startsWith("clingy") && times == 1) {
            answer(exchange, 409, "{\"NeutronError\":{\"message\":\"%s has ports\"}}".formatted(name));
        } else {
            deleted.add(name);
            answer(exchange, 204, "");
        }
    }

    private void tellDeleted(HttpExchange exchange) throws IOException {
        var prefix = exchange.getRequestURI().getQuery().replace("name=", "");
        answer(
                exchange,
                200,
                String.join(
                        ",",
                        deleted.stream().filter(it -> it.startsWith(prefix)).toList()));
    }

    private void handle(HttpExchange exchange, String kind, String name) throws IOException {
        var times = asked.merge(name, 1, Integer::sum);
        if (kind.equals("refused")) {
            answer(
                    exchange,
                    409,
                    "{\"NeutronError\":{\"type\":\"InUse\",\"message\":\"%s is in use\"}}".formatted(name));
        } else if (kind.equals("flaky") && times <= 2) {
            answer(exchange, 503, "{\"error\":{\"message\":\"come back\"}}");
        } else {
            var id = once(exchange.getRequestHeaders().getFirst("X-Cumulet-Once"), name);
            if (kind.equals("lost") && times == 1) {
                exchange.close();
            } else {
                answer(exchange, 201, "{\"network\":{\"id\":\"%s\",\"name\":\"%s\"}}".formatted(id, name));
            }
        }
    }

    private String once(String key, String name) {
        return handled.computeIfAbsent(key, _ -> {
            done.merge(name, 1, Integer::sum);
            var id = UUID.randomUUID().toString();
            names.put(id, name);
            return id;
        });
    }

    private void servers(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                var sent = body(exchange);
                if (exchange.getRequestURI().getPath().endsWith("/action")) {
                    var id = exchange.getRequestURI().getPath().split("/")[4];
                    done.merge(
                            "%s %s %s"
                                    .formatted(
                                            names.get(id),
                                            sent.fieldNames().next(),
                                            sent.at("/reboot/type").asText()),
                            1,
                            Integer::sum);
                    servers.put(id, sent.has("os-stop") ? "SHUTOFF" : "ACTIVE");
                    answer(exchange, 202, "");
                    return;
                }
                var server = sent.path("server");
                wished(exchange, server);
                var name = server.path("name").asText();
                var times = asked.merge(name, 1, Integer::sum);
                var id = launched(exchange.getRequestHeaders().getFirst("X-Cumulet-Once"), name, times);
                answer(exchange, 202, "{\"server\":{\"id\":\"%s\"}}".formatted(id));
            }
            case "DELETE" -> {
                if (servers.remove(last(exchange)) == null) {
                    answer(exchange, 404, "{\"itemNotFound\":{\"message\":\"no such server\"}}");
                } else {
                    done.merge("deleted", 1, Integer::sum);
                    deleted.add(names.getOrDefault(last(exchange), ""));
                    answer(exchange, 204, "");
                }
            }
            case "GET" -> list(exchange);
            default -> answer(exchange, 405, "{}");
        }
    }

    /// By name only; how else a list was narrowed is told by `GET /network/done?name=`, for `listed status tags`.
    private void list(HttpExchange exchange) throws IOException {
        var query = Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
        done.merge("listed %s %s".formatted(query.get("status"), query.get("tags")), 1, Integer::sum);
        var name = Pattern.compile(query.getOrDefault("name", ""));
        var listed = JSON.createObjectNode();
        listed.putArray("servers");
        var page = servers.keySet().stream()
                .filter(id -> name.matcher(names.getOrDefault(id, "")).find())
                .sorted()
                .filter(id -> id.compareTo(query.getOrDefault("marker", "")) > 0)
                .limit(Long.parseLong(query.get("limit")))
                .toList();
        page.forEach(id -> listed.withArray("servers").addObject().put("id", id));
        answer(exchange, 200, listed.toString());
    }

    private String launched(String key, String name, int times) {
        var id = once(key, name);
        servers.put(id, name.startsWith("broken") && times == 1 ? "ERROR" : "ACTIVE");
        return id;
    }

    private void wished(HttpExchange exchange, JsonNode server) {
        var version = exchange.getRequestHeaders().getFirst("OpenStack-API-Version");
        var zone = server.path("availability_zone").asText();
        done.merge("%s %s %s".formatted(version, zone, server.path("name").asText()), 1, Integer::sum);
    }

    /// Many servers, each with an answer of its own.
    private void launches(HttpExchange exchange) throws IOException {
        var answers = JSON.createObjectNode();
        var isLost = false;
        for (var wish : body(exchange).path("launches")) {
            var server = wish.path("launch").path("server");
            var name = server.path("name").asText();
            var times = asked.merge(name, 1, Integer::sum);
            isLost |= name.startsWith("lost") && times == 1;
            wished(exchange, server);
            var answer = answers.withArray("launches").addObject();
            if (name.startsWith("refused")) {
                answer.put("status", 403).put("message", "Quota exceeded for instances");
            } else {
                answer.put("status", 202).put("id", launched(wish.path("once").asText(), name, times));
            }
        }
        done.merge("calls-for-many", 1, Integer::sum);
        if (isLost) {
            exchange.close();
        } else {
            answer(exchange, 200, answers.toString());
        }
    }

    private void template(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().replaceFirst(".*/launch-templates/", "");
        if (path.equals("away")) {
            answer(exchange, 503, "{}");
        } else if (!path.equals("web") && !path.equals("web/versions/latest")) {
            answer(
                    exchange,
                    404,
                    "{\"itemNotFound\":{\"message\":\"Launch template %s could not be found.\"}}".formatted(path));
        } else {
            answer(exchange, 200, """
                    {"launch_template":{"name":"web","count":%d,"microversion":"2.90",
                      "server":{"name":"web-{index}","availability_zone":"one","metadata":{"number":"{index}"}}}}""".formatted(path.equals("web") ? 3 : 5));
        }
    }

    private void states(HttpExchange exchange) throws IOException {
        var states = JSON.createObjectNode();
        states.putArray("servers");
        for (var parameter : exchange.getRequestURI().getQuery().split("&")) {
            var id = parameter.replace("id=", "");
            var status = servers.get(id);
            var looks = asked.merge("look at " + id, 1, Integer::sum);
            if (status != null) {
                states.withArray("servers")
                        .addObject()
                        .put("id", id)
                        .put("status", looks < 2 ? "BUILD" : status)
                        .putNull("task")
                        .put("fault", "No room on 3 hosts");
            }
        }
        answer(exchange, 200, states.toString());
    }

    private static void tell(HttpExchange exchange, Map<String, Integer> counts) throws IOException {
        var name = exchange.getRequestURI().getQuery().replace("name=", "");
        answer(exchange, 200, String.valueOf(counts.getOrDefault(name, 0)));
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        return JSON.readTree(exchange.getRequestBody().readAllBytes());
    }

    private static String last(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("x-openstack-request-id", "req-" + UUID.randomUUID());
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
