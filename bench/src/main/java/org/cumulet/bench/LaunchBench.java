package org.cumulet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How long it takes from one request to N running servers, on simulated hosts.
final class LaunchBench {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long BETWEEN_LOOKS_MILLIS = 25;
    private static final String NAME = "bench";

    private final Cloud cloud;
    private final Bench.Options options;

    LaunchBench(Cloud cloud, Bench.Options options) {
        this.cloud = cloud;
        this.options = options;
    }

    /// Prepares the cloud once, warms it up, and launches each size as often as asked.
    Report run() throws IOException, InterruptedException {
        hosts();
        var wish = wish();
        var launches = new ArrayList<Report.Launch>();
        for (var size : options.sizes()) {
            say("warm-up with %d servers", size);
            launch(size, wish);
            for (var repeat = 1; repeat <= options.repeats(); repeat++) {
                var launch = launch(size, wish);
                say(
                        "%d servers, run %d: accepted in %.0f ms, all there in %.0f ms, all gone in %.0f ms, %d errors",
                        size,
                        repeat,
                        launch.acceptMillis(),
                        launch.activeMillis(),
                        launch.deleteMillis(),
                        launch.errors());
                launches.add(launch);
            }
        }
        return new Report(options.hosts(), launches, Memory.of(options.pids()));
    }

    private Report.Launch launch(int size, Map<String, Object> wish) throws IOException, InterruptedException {
        var server = new HashMap<>(wish);
        server.put("min_count", size);
        server.put("max_count", size);
        var start = System.nanoTime();
        cloud.post("/compute/v2.1/servers", Map.of("server", server));
        var accepted = millisSince(start);
        var errors = awaitSettled(size);
        var active = millisSince(start);
        var deleting = System.nanoTime();
        for (var each : servers("/servers")) {
            cloud.delete("/compute/v2.1/servers/" + each.path("id").asText());
        }
        await("the servers are gone", () -> servers("/servers").isEmpty());
        return new Report.Launch(size, accepted, active, millisSince(deleting), errors);
    }

    private int awaitSettled(int size) throws IOException, InterruptedException {
        await(size + " servers are settled", () -> {
            var building = cloud.get("/compute/v2.1/servers?limit=1&status=BUILD&name=" + NAME);
            return building.path("servers").isEmpty();
        });
        var all = servers("/servers/detail");
        if (all.size() != size) {
            throw new IOException("asked for %d servers and found %d".formatted(size, all.size()));
        }
        return (int) all.stream()
                .filter(server -> !server.path("status").asText().equals("ACTIVE"))
                .peek(server -> say(
                        "%s: %s",
                        server.path("status").asText(),
                        server.path("fault").path("message").asText()))
                .count();
    }

    private List<JsonNode> servers(String path) throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        cloud.get("/compute/v2.1" + path + "?name=" + NAME).path("servers").forEach(all::add);
        return all;
    }

    private void hosts() throws IOException, InterruptedException {
        var known = cloud.get("/inventory/v1/hosts?limit=1000").path("hosts");
        var missing = IntStream.rangeClosed(1, options.hosts())
                .mapToObj("bench-host-%03d"::formatted)
                .filter(name -> Cloud.named(known, name).isMissingNode())
                .map(name -> Map.of(
                        "name",
                        name,
                        "kind",
                        "simulated",
                        "capacity",
                        Map.of("vcpus", 64, "memory_mb", 262144, "disk_gb", 4000)))
                .toList();
        if (!missing.isEmpty()) {
            say("registering %d simulated hosts", missing.size());
            cloud.post("/inventory/v1/hosts", Map.of("hosts", missing));
        }
        await("the hosts are ready", () -> {
            for (var host : cloud.get("/inventory/v1/hosts?limit=1000").path("hosts")) {
                if (host.path("name").asText().startsWith("bench-host-")
                        && !host.path("state").asText().equals("ready")) {
                    return false;
                }
            }
            return true;
        });
    }

    private Map<String, Object> wish() throws IOException, InterruptedException {
        var most = options.sizes().stream().mapToInt(it -> it).max().orElse(0);
        var room = Map.of("instances", most + 100, "cores", 2 * most + 100, "ram", 1024 * most + 100_000);
        cloud.put("/compute/v2.1/os-quota-sets/" + cloud.project(), Map.of("quota_set", room));
        cloud.put("/network/v2.0/quotas/" + cloud.project(), Map.of("quota", Map.of("port", 2 * most + 500)));
        return Map.of(
                "name", NAME,
                "imageRef", image(),
                "flavorRef", flavor(),
                "networks", List.of(Map.of("uuid", network())));
    }

    private String image() throws IOException, InterruptedException {
        var known = Cloud.named(
                cloud.get("/image/v2/images?name=" + NAME + "-image").path("images"), NAME + "-image");
        if (!known.isMissingNode()) {
            return known.path("id").asText();
        }
        var image = cloud.post(
                "/image/v2/images", Map.of("name", NAME + "-image", "disk_format", "raw", "container_format", "bare"));
        cloud.upload(
                "/image/v2/images/" + image.path("id").asText() + "/file",
                ByteBuffer.allocate(1 << 20).array());
        return image.path("id").asText();
    }

    private String flavor() throws IOException, InterruptedException {
        var known = Cloud.named(cloud.get("/compute/v2.1/flavors").path("flavors"), NAME + "-flavor");
        if (!known.isMissingNode()) {
            return known.path("id").asText();
        }
        return cloud.post(
                        "/compute/v2.1/flavors",
                        Map.of("flavor", Map.of("name", NAME + "-flavor", "ram", 512, "vcpus", 1, "disk", 1)))
                .at("/flavor/id")
                .asText();
    }

    private String network() throws IOException, InterruptedException {
        var known = Cloud.named(
                cloud.get("/network/v2.0/networks?name=" + NAME + "-net").path("networks"), NAME + "-net");
        if (!known.isMissingNode()) {
            return known.path("id").asText();
        }
        var id = cloud.post("/network/v2.0/networks", Map.of("network", Map.of("name", NAME + "-net")))
                .at("/network/id")
                .asText();
        cloud.post(
                "/network/v2.0/subnets",
                Map.of(
                        "subnet",
                        Map.of("network_id", id, "ip_version", 4, "cidr", "10.200.0.0/16", "name", NAME + "-subnet")));
        return id;
    }

    private interface Question {
        boolean isAnswered() throws IOException, InterruptedException;
    }

    private static void await(String what, Question question) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!question.isAnswered()) {
            if (System.nanoTime() > end) {
                throw new IOException("gave up waiting until " + what);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void say(String text, Object... values) {
        System.err.println(text.formatted(values));
    }
}
