package org.cumulet.systemtests.cloud;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Hosts that a story has brought into the cloud; they leave with it.
public final class CloudHosts implements AutoCloseable {

    private final Cloud cloud;
    private final List<String> ids = new ArrayList<>();

    private CloudHosts(Cloud cloud) {
        this.cloud = cloud;
    }

    /// Registers hosts, each described as a JSON object, and waits until servers can be put on them.
    public static CloudHosts register(Cloud cloud, List<String> descriptions) {
        var hosts = new CloudHosts(cloud);
        var answer = cloud.admin()
                .post("/inventory/v1/hosts", "{\"hosts\": [%s]}".formatted(String.join(", ", descriptions)))
                .expect(202);
        answer.json()
                .path("hosts")
                .forEach(host -> hosts.ids.add(host.path("id").asText()));
        hosts.awaitReady();
        return hosts;
    }

    /// Hosts of this size that exist in memory only.
    public static CloudHosts simulated(Cloud cloud, String prefix, int count, int vcpus, int memoryMb, int diskGb) {
        return simulated(cloud, prefix, count, vcpus, memoryMb, diskGb, "{}");
    }

    /// Hosts that take so long that one can step in between.
    public static CloudHosts slow(Cloud cloud, String prefix, int count) {
        return simulated(cloud, prefix, count, 32, 65_536, 500, "{\"image_ms\": 400, \"boot_ms\": 400}");
    }

    private static CloudHosts simulated(
            Cloud cloud, String prefix, int count, int vcpus, int memoryMb, int diskGb, String simulation) {
        var description = """
                {"name": "%s-%d", "kind": "simulated", "simulation": %s,
                 "capacity": {"vcpus": %d, "memory_mb": %d, "disk_gb": %d}}
                """;
        return register(
                cloud,
                IntStream.rangeClosed(1, count)
                        .mapToObj(k -> description.formatted(prefix, k, simulation, vcpus, memoryMb, diskGb))
                        .toList());
    }

    /// Lets every host promise so many virtual processors per thread that it has, by Placement's API.
    public void promiseVirtualProcessors(int perThread) {
        ids.forEach(id -> promise("/placement/resource_providers/" + id + "/inventories/VCPU", perThread));
    }

    private void promise(String path, int perThread) {
        var admin = cloud.admin();
        var inventory = (ObjectNode) admin.get(path).expect(200).json();
        inventory.put("allocation_ratio", perThread);
        admin.put(path, inventory.toString()).expect(200);
    }

    private void awaitReady() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    var waiting = cloud.admin().get("/inventory/v1/hosts").all("hosts").stream()
                            .filter(host -> ids.contains(host.path("id").asText()))
                            .filter(host -> !host.path("state").asText().equals("ready"))
                            .map(JsonNode::toString)
                            .collect(Collectors.joining("\n"));
                    if (!waiting.isEmpty()) {
                        throw new AssertionError("Not ready:\n" + waiting);
                    }
                });
    }

    /// Also where a story ended early: its servers must not disturb the next.
    @Override
    public void close() {
        var admin = cloud.admin();
        servers(admin)
                .forEach(server -> admin.delete(
                        "/compute/v2.1/servers/" + server.path("id").asText()));
        await().atMost(Duration.ofMinutes(3)).until(() -> servers(admin).isEmpty());
        ids.forEach(id -> admin.delete("/inventory/v1/hosts/" + id).expect(204));
    }

    private static List<JsonNode> servers(Api admin) {
        return admin.get("/compute/v2.1/servers?all_tenants=1").all("servers");
    }
}
