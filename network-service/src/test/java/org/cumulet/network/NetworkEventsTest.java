package org.cumulet.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cumulet.testing.contract.EventContract;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NetworkTest
class NetworkEventsTest {

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();
    private KafkaConsumer<String, String> consumer;

    @BeforeEach
    void listen() {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("network.network", "network.port"));
    }

    @AfterEach
    void stopListening() {
        consumer.close();
    }

    private List<ConsumerRecord<String, String>> told(String key, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
            return of(key).size() >= count;
        });
        return of(key);
    }

    private List<ConsumerRecord<String, String>> of(String key) {
        return heard.stream().filter(event -> event.key().equals(key)).toList();
    }

    private static String type(ConsumerRecord<String, String> event) {
        return new String(event.headers().lastHeader("ce_type").value(), UTF_8);
    }

    private static void areAsPromised(List<ConsumerRecord<String, String>> events) throws Exception {
        for (var event : events) {
            assertThat(EventContract.of(type(event)).violations(event.value()))
                    .as(event.value())
                    .isEmpty();
        }
    }

    @Test
    void everyMoveOfANetworkIsToldInOrderAndAsPromised() throws Exception {
        var network = api.network();
        api.put("/networks/" + network, Map.of("network", Map.of("name", "b")));
        api.delete("/networks/" + network);
        var told = told(network, 3);
        assertThat(told)
                .extracting(NetworkEventsTest::type)
                .containsExactly(
                        "org.cumulet.network.network.created",
                        "org.cumulet.network.network.updated",
                        "org.cumulet.network.network.deleted");
        areAsPromised(told);
        assertThat(told.get(1).value()).contains("\"name\":\"b\"").contains(project);
    }

    @Test
    void everyMoveOfAPortIsToldInOrderAndAsPromised() throws Exception {
        var network = api.network();
        api.subnet(network, "10.0.0.0/24");
        var port = Api.id(Api.service()
                .made(
                        "ports",
                        Map.of(
                                "network_id",
                                network,
                                "project_id",
                                project,
                                "device_id",
                                UUID.randomUUID().toString(),
                                "binding:host_id",
                                "simulated-events")));
        Api.service().asked().post("/network/v1/hosts/simulated-events/sync");
        api.delete("/ports/" + port);
        var told = told(port, 3);
        assertThat(told)
                .extracting(NetworkEventsTest::type)
                .containsExactly(
                        "org.cumulet.network.port.created",
                        "org.cumulet.network.port.updated",
                        "org.cumulet.network.port.deleted");
        areAsPromised(told);
        assertThat(told.getFirst().value()).contains("10.0.0.2").contains("\"status\":\"DOWN\"");
        assertThat(told.get(1).value()).contains("\"status\":\"ACTIVE\"");
    }

    @Test
    void whatIsRefusedIsNotTold() throws Exception {
        var network = api.network();
        api.port(network);
        assertThat(api.delete("/networks/" + network).statusCode()).isEqualTo(409);
        api.put("/networks/" + network, Map.of("network", Map.of("mtu", 9000)));
        api.put("/networks/" + network, Map.of("network", Map.of("name", "the end")));
        assertThat(told(network, 2))
                .hasSize(2)
                .extracting(NetworkEventsTest::type)
                .doesNotContain("deleted");
    }

    @Test
    void everyPromiseHasASampleThatKeepsIt() throws Exception {
        var promised = EventContract.types().stream()
                .filter(type -> type.startsWith("org.cumulet.network."))
                .toList();
        assertThat(promised).hasSize(6);
        for (var type : promised) {
            assertThat(EventContract.of(type)
                            .violations(EventContract.of(type).sample().toString()))
                    .as(type)
                    .isEmpty();
        }
    }
}
