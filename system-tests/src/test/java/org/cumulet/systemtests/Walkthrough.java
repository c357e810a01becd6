package org.cumulet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.User;

/// What the README tells a newcomer to type: the steps that the stories of a launch share.
///
/// @param name of all that is made, so that stories do not meet
record Walkthrough(Cloud cloud, User user, String name) {

    static Walkthrough of(Cloud cloud, String name) {
        return new Walkthrough(cloud, cloud.user(), name);
    }

    /// Answers the image as it is afterwards: the client prints what it was before the upload.
    JsonNode createImage(Path file, String format) {
        user.openstack(
                "image create --container-format bare --disk-format " + format + " --file", file.toString(), name);
        return user.ask("image show " + name);
    }

    /// Answers its id.
    String createNetwork(String network, String range, String options) {
        var made = user.ask("network create " + options + network);
        user.ask("subnet create --gateway none --network %s --subnet-range %s %s".formatted(network, range, network));
        return made.path("id").asText();
    }

    void createFlavor() {
        user.ask("flavor create --vcpus 1 --ram 96 --disk 1 " + name);
    }

    void launch(int count, String options) {
        user.openstack("quota set --instances 50 --cores 50 admin");
        user.openstack("server create --image %s --flavor %s %s --min %d --max %d %s"
                .formatted(name, name, options, count, count, name));
    }

    /// The same by one job, at that time.
    void launchByJob(int count, String network, Instant at) {
        cloud.admin()
                .post("/batch/v1/jobs", """
                        {"not_before": "%s", "operations": [{"launch": {"count": %d, "server": {
                          "name": "%s-{index}", "imageRef": "%s", "flavorRef": "%s", "networks": [{"uuid": "%s"}]}}}]}
                        """.formatted(
                                at, count, name, idOf("image"), idOf("flavor"), idOf("network", network)))
                .expect(202);
    }

    private String idOf(String kind) {
        return idOf(kind, name);
    }

    private String idOf(String kind, String name) {
        return user.ask("%s show %s".formatted(kind, name)).path("id").asText();
    }

    void awaitActive(int count, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofSeconds(1))
                .failFast(() -> assertThat(seen("ERROR"))
                        .extracting(server -> server.path("fault"))
                        .isEmpty())
                .untilAsserted(() -> assertThat(seen("ACTIVE")).hasSize(count));
    }

    private List<JsonNode> seen(String status) {
        return cloud.admin()
                .get("/compute/v2.1/servers/detail?name=%s&status=%s".formatted(name, status))
                .all("servers");
    }

    List<JsonNode> servers() {
        return user.ask("server list --name", name).valueStream().toList();
    }

    String console(JsonNode listed) {
        return user.openstack("console log show " + id(listed));
    }

    void deleteServers() {
        user.openstack(
                "server delete --wait", servers().stream().map(Walkthrough::id).toArray(String[]::new));
    }

    void deleteTheRest(String... networks) {
        user.openstack("network delete", networks);
        user.openstack("image delete " + name);
        user.openstack("flavor delete " + name);
    }

    static String id(JsonNode listed) {
        return listed.path("ID").asText();
    }

    static String nameOf(JsonNode listed) {
        return listed.path("Name").asText();
    }

    static String addressOn(String network, JsonNode listed) {
        return listed.path("Networks").path(network).path(0).asText();
    }
}
