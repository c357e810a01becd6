package org.cumulet.systemtests.hosts;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cumulet.systemtests.cloud.Api;
import org.cumulet.systemtests.cloud.Cloud;

/// The hosts of a site, as the inventory of a cloud knows them.
final class PreparedHosts {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> OVER =
            List.of("prepared", "unchanged", "planned", "failed", "cancelled", "undone");

    private final Cloud cloud;
    private final Map<String, String> ids = new LinkedHashMap<>();

    /// Registers a site from an inventory file as Ansible reads it, with the key each host shows first.
    PreparedHosts(Cloud cloud, TestSite site) {
        this.cloud = cloud;
        var invitation = cloud.invitation();
        site.all().forEach(host -> site.run(host.name(), "HOME=/root; " + invitation));
        var inventory = site.all().stream()
                .map(host ->
                        "%s ansible_host=%s cumulet_host_key=%s".formatted(host.name(), host.address(), host.hostKey()))
                .collect(Collectors.partitioningBy(line -> line.startsWith("controller"), Collectors.joining("\n")));
        cloud.admin()
                .postText(
                        "/inventory/v1/hosts",
                        "text/x-ansible-inventory",
                        "[controllers]\n%s\n[gateways]\ncontroller\n[computes]\n%s\n"
                                .formatted(inventory.get(true), inventory.get(false)))
                .expect(202)
                .json()
                .path("hosts")
                .forEach(host ->
                        ids.put(host.path("name").asText(), host.path("id").asText()));
        await().atMost(PATIENCE)
                .until(() -> ids.keySet().stream()
                        .allMatch(name -> host(name).path("state").asText().equals("ready")));
    }

    private Api admin() {
        return cloud.admin();
    }

    List<String> names() {
        return List.copyOf(ids.keySet());
    }

    JsonNode host(String name) {
        return admin().get("/inventory/v1/hosts/" + ids.get(name))
                .expect(200)
                .json()
                .path("host");
    }

    /// Lets a host be looked at anew and waits until that is done.
    void probe(String name) {
        var before = host(name).path("probed_at").asText();
        admin().post("/inventory/v1/hosts/%s/probe".formatted(ids.get(name)), "")
                .expect(202);
        await().atMost(PATIENCE)
                .until(() -> !host(name).path("probed_at").asText().equals(before));
    }

    void change(String name, String json) {
        admin().send("PATCH", "/inventory/v1/hosts/" + ids.get(name), json).expect(200);
    }

    /// What is not as it should be: one line per check, with its cause and its fix.
    List<String> preflight(String name) {
        var answer = admin().post(
                        "/inventory/v1/hosts/%s/preflight".formatted(ids.get(name)),
                        "{\"preflight\": {\"outside\": \"%s\"}}".formatted(TestSite.OUTSIDE));
        return answer.expect(200)
                .json()
                .path("preflight")
                .path("checks")
                .valueStream()
                .filter(check -> check.path("state").asText().equals("failed"))
                .map(check -> "%s: %s FIX %s: %s [%s]"
                        .formatted(
                                check.path("name").asText(),
                                check.path("cause").asText(),
                                check.path("fix").path("host").asText(),
                                check.path("fix").path("command").asText(),
                                check.path("fix").path("step").asText()))
                .toList();
    }

    /// Begins to prepare all hosts and answers the preparations by host.
    Map<String, String> begin(String wish) {
        var all = ids.values().stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        var begun = new LinkedHashMap<String, String>();
        admin().post("/inventory/v1/preparations", "{\"hosts\": [%s], \"prepare\": %s}".formatted(all, wish))
                .expect(202)
                .json()
                .path("preparations")
                .forEach(each ->
                        begun.put(each.path("host").asText(), each.path("id").asText()));
        return begun;
    }

    JsonNode preparation(String id) {
        return admin().get("/inventory/v1/preparations/" + id)
                .expect(200)
                .json()
                .path("preparation");
    }

    /// Waits until all are over and answers them by host.
    Map<String, JsonNode> ended(Map<String, String> begun) {
        var ended = new LinkedHashMap<String, JsonNode>();
        begun.forEach((host, id) -> {
            await().atMost(PATIENCE)
                    .until(() -> OVER.contains(preparation(id).path("state").asText()));
            ended.put(host, preparation(id));
        });
        return ended;
    }

    void undo(String preparation) {
        admin().post("/inventory/v1/preparations/%s/undo".formatted(preparation), "")
                .expect(202);
        await().atMost(PATIENCE)
                .until(() ->
                        OVER.contains(preparation(preparation).path("state").asText()));
    }

    JsonNode drift(String name) {
        return admin().post("/inventory/v1/hosts/%s/drift".formatted(ids.get(name)), "")
                .expect(200)
                .json()
                .path("drift");
    }

    /// Brings a host back to its declaration and answers how that ended.
    JsonNode repair(String name) {
        var id = admin().post("/inventory/v1/hosts/%s/drift/repair".formatted(ids.get(name)), "")
                .expect(202)
                .at("/preparation");
        return ended(Map.of(name, id)).get(name);
    }

    void leave() {
        ids.values().forEach(id -> admin().delete("/inventory/v1/hosts/" + id).expect(204));
    }
}
