package org.cumulet.inventory.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.inventory.Api.map;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.cumulet.testing.contract.EventContract;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InventoryTest
class HostEventsTest {

    private static final String PREFIX = "org.cumulet.inventory.host.";

    private final Api admin = Api.admin();
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();
    private KafkaConsumer<String, String> consumer;

    @BeforeEach
    void listen() {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker,
                        "group.id", "test",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("inventory.host"));
    }

    @AfterEach
    void stopListening() {
        consumer.close();
        admin.clear();
    }

    @Test
    void whatBecomesOfAHostIsToldInOrderAndAsPromised() throws Exception {
        var id = admin.simulated(1, 8, 8192, 100).getFirst();
        admin.change(id, "enabled", false).statusCode(200);
        admin.delete(id).statusCode(204);

        var told = toldOf(id, 6);

        assertThat(told.stream().map(HostEventsTest::name))
                .containsExactly("registered", "state_changed", "probed", "state_changed", "changed", "deleted");
        for (var event : told) {
            assertThat(EventContract.of(type(event)).violations(event.value()))
                    .as(event.value())
                    .isEmpty();
        }
    }

    @Test
    void whyAHostIsNotReadyIsTold() throws Exception {
        String id = admin.register(
                        map("name", "away", "address", "127.0.0.1", "port", 1, "host_key", "SHA256:" + "A".repeat(43)))
                .extract()
                .path("hosts[0].id");

        var told = toldOf(id, 3);

        assertThat(told.getLast().value()).contains("\"state\":\"unreachable\"", "cannot be reached");
        assertThat(EventContract.of(type(told.getLast()))
                        .violations(told.getLast().value()))
                .isEmpty();
    }

    @Test
    void everyPromiseHasASampleThatKeepsIt() throws Exception {
        var promised = EventContract.types().stream()
                .filter(type -> type.startsWith(PREFIX))
                .toList();

        assertThat(promised).hasSize(8);
        for (var type : promised) {
            var contract = EventContract.of(type);
            assertThat(contract.violations(contract.sample().toString()))
                    .as(type)
                    .isEmpty();
        }
    }

    private List<ConsumerRecord<String, String>> toldOf(String host, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
            return of(host).size() >= count;
        });
        return of(host);
    }

    private List<ConsumerRecord<String, String>> of(String host) {
        return heard.stream().filter(event -> event.key().equals(host)).toList();
    }

    private static String type(ConsumerRecord<String, String> event) {
        return new String(event.headers().lastHeader("ce_type").value(), UTF_8);
    }

    private static String name(ConsumerRecord<String, String> event) {
        return type(event).replace(PREFIX, "");
    }
}
