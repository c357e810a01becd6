package org.cumulet.compute.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Servers;
import org.cumulet.testing.contract.EventContract;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ComputeTest
@TestProfile(ApiProfile.class)
class ServerEventsTest {

    private static final String OURS = "org.cumulet.compute.server.";

    final Servers servers;

    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();
    private KafkaConsumer<String, String> consumer;
    private String project;

    ServerEventsTest(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void listen() {
        project = Api.freshProject();
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        project,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("compute.server"));
    }

    @AfterEach
    void stopListening() {
        consumer.close();
    }

    @Test
    void everyMoveOfAServerIsToldInOrderAndAsPromised() throws Exception {
        var id = create("");
        servers.launch(id);
        servers.launch(id);
        act(id, "{\"os-stop\":null}");
        servers.stopped(id);
        servers.stopped(id);
        act(id, "{\"os-start\":null}");
        servers.started(id);
        act(id, "{\"reboot\":{\"type\":\"HARD\"}}");
        servers.rebooted(id);
        servers.failed(id, "Broken.", "compute-1");
        Api.as(Api.admin(project))
                .body("{\"os-resetState\":{\"state\":\"active\"}}")
                .post("/servers/%s/action".formatted(id))
                .then()
                .statusCode(202);
        Api.as(Api.member(project)).delete("/servers/" + id).then().statusCode(204);
        servers.deleted(id);
        servers.deleted(id);

        var told = toldOf(id, 10);

        assertThat(told.stream().map(ServerEventsTest::name))
                .containsExactly(
                        "requested",
                        "scheduled",
                        "launched",
                        "stopped",
                        "started",
                        "rebooted",
                        "failed",
                        "state_reset",
                        "deletion_requested",
                        "deleted");
        for (var event : told) {
            assertThat(EventContract.of(OURS + name(event)).violations(event.value()))
                    .as(event.value())
                    .isEmpty();
            assertThat(event.value()).contains(project);
        }
    }

    /// Row 35 of the list of attacks.
    @Test
    void nothingSecretIsTold() {
        var id =
                create(",\"adminPass\":\"very-secret\",\"user_data\":\"c2VjcmV0Cg==\",\"metadata\":{\"pin\":\"4711\"}");
        servers.failed(id, "Broken.", "compute-1 is to blame");

        for (var event : toldOf(id, 2)) {
            assertThat(event.value())
                    .doesNotContain("very-secret", "c2VjcmV0Cg", "4711", "$6$", "compute-1", "adminPass", "user_data");
        }
    }

    @Test
    void whatIsRefusedIsNotTold() {
        var flavor = Api.flavor();
        Api.as(Api.member(project))
                .body(Api.serverBody(flavor, ",\"min_count\":0"))
                .post("/servers")
                .then()
                .statusCode(400);
        var id = create("");

        assertThat(toldOf(id, 1)).hasSize(1);
        assertThat(heard.stream().filter(event -> event.value().contains(project)))
                .hasSize(1);
    }

    @Test
    void everyPromiseHasASampleThatKeepsIt() throws Exception {
        var promised = EventContract.types().stream()
                .filter(type -> type.startsWith(OURS))
                .toList();

        assertThat(promised).hasSize(ServerEvent.class.getPermittedSubclasses().length);
        for (var type : promised) {
            var contract = EventContract.of(type);
            assertThat(contract.violations(contract.sample().toString()))
                    .as(type)
                    .isEmpty();
        }
    }

    private String create(String more) {
        return Api.as(Api.member(project))
                .body(Api.serverBody(Api.flavor(), more))
                .post("/servers")
                .then()
                .statusCode(202)
                .extract()
                .path("server.id");
    }

    private void act(String id, String body) {
        Api.as(Api.member(project))
                .body(body)
                .post("/servers/%s/action".formatted(id))
                .then()
                .statusCode(202);
    }

    private List<ConsumerRecord<String, String>> toldOf(String server, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
            return of(server).size() >= count;
        });
        return of(server);
    }

    private List<ConsumerRecord<String, String>> of(String server) {
        return heard.stream().filter(event -> event.key().equals(server)).toList();
    }

    private static String name(ConsumerRecord<String, String> event) {
        return new String(event.headers().lastHeader("ce_type").value(), UTF_8).replace(OURS, "");
    }
}
