package org.cumulet.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What servers are launched on and from: hosts, an image, a flavor, a network, quotas. Made where it is not there.
final class Ground {

    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final long BETWEEN_LOOKS_MILLIS = 25;
    private static final String NAME = "bench";

    private final Cloud cloud;
    private final String name;

    /// @param name of its network and of its servers
    Ground(Cloud cloud, String name) {
        this.cloud = cloud;
        this.name = name;
    }

    /// So many simulated hosts at least, ready.
    void hosts(int count) throws IOException, InterruptedException {
        var known = cloud.get("/inventory/v1/hosts?limit=1000").path("hosts");
        var missing = IntStream.rangeClosed(1, count)
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

    /// A server as it is asked for, with a quota for so many of them.
    Map<String, Object> wish(int most) throws IOException, InterruptedException {
        var room = Map.of("instances", most + 100, "cores", 2 * most + 100, "ram", 1024 * most + 100_000);
        cloud.put("/compute/v2.1/os-quota-sets/" + cloud.project(), Map.of("quota_set", room));
        cloud.put("/network/v2.0/quotas/" + cloud.project(), Map.of("quota", Map.of("port", 2 * most + 500)));
        return Map.of(
                "name", name,
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
                cloud.get("/network/v2.0/networks?name=" + name + "-net").path("networks"), name + "-net");
        if (!known.isMissingNode()) {
            return known.path("id").asText();
        }
        var id = cloud.post("/network/v2.0/networks", Map.of("network", Map.of("name", name + "-net")))
                .at("/network/id")
                .asText();
        cloud.post(
                "/network/v2.0/subnets",
                Map.of(
                        "subnet",
                        Map.of("network_id", id, "ip_version", 4, "cidr", "10.200.0.0/16", "name", name + "-subnet")));
        return id;
    }

    interface Question {
        boolean isAnswered() throws IOException, InterruptedException;
    }

    static void await(String what, Question question) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!question.isAnswered()) {
            if (System.nanoTime() > end) {
                throw new IOException("gave up waiting until " + what);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    /// For as long as it makes sense to wait for what may never come.
    static void awaitAtMost(int seconds, Question question) throws IOException, InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (!question.isAnswered() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private static void say(String text, Object... values) {
        System.err.println(text.formatted(values));
    }
}
