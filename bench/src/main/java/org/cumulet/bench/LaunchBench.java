package org.cumulet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long it takes from one request to N running servers, on simulated hosts.
final class LaunchBench {

    private static final String NAME = "bench";

    private final Cloud cloud;
    private final Bench.Options options;

    LaunchBench(Cloud cloud, Bench.Options options) {
        this.cloud = cloud;
        this.options = options;
    }

    /// Prepares the cloud once, warms it up, and launches each size as often as asked.
    Report run() throws IOException, InterruptedException {
        var ground = new Ground(cloud, NAME);
        ground.hosts(options.hosts(50));
        var wish = ground.wish(
                options.sizes("20,200").stream().mapToInt(it -> it).max().orElse(0));
        var launches = new ArrayList<Report.Launch>();
        for (var size : options.sizes("20,200")) {
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
        return new Report(options.hosts(50), launches, Memory.of(options.pids()));
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
        Ground.await("the servers are gone", () -> servers("/servers").isEmpty());
        return new Report.Launch(size, accepted, active, millisSince(deleting), errors);
    }

    private int awaitSettled(int size) throws IOException, InterruptedException {
        Ground.await(size + " servers are settled", () -> {
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

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void say(String text, Object... values) {
        System.err.println(text.formatted(values));
    }
}
