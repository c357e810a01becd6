package org.cumulet.testing.contract;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Listens to topics from their beginning, as somebody from outside would.
public final class HeardEvents implements AutoCloseable {

    private final List<Heard> heard = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer;

    /// One event as it came over the wire.
    public record Heard(String key, String type, String payload) {}

    private HeardEvents(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
    }

    public static HeardEvents on(String... topics) {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        var consumer = new KafkaConsumer<>(
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
        consumer.subscribe(List.of(topics));
        return new HeardEvents(consumer);
    }

    /// What was told of the resource with this key, once it is at least so many.
    public List<Heard> of(String key, int atLeast) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(event -> heard.add(read(event)));
            return of(key).size() >= atLeast;
        });
        return of(key);
    }

    private List<Heard> of(String key) {
        return heard.stream().filter(event -> event.key().equals(key)).toList();
    }

    private static Heard read(ConsumerRecord<String, String> event) {
        var type = new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return new Heard(event.key(), type, event.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
