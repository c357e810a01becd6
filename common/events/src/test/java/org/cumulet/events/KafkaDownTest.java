package org.cumulet.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cumulet.embedded.EmbeddedKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Kafka that goes away and comes back.
class KafkaDownTest {

    @TempDir
    Path folder;

    @Test
    void holdsUpWhatIsSentUntilItIsThereAgain() throws Exception {
        var options = new EmbeddedKafka.Options(folder.resolve("kafka"), runtime(), 0, 0);
        var kafka = EmbeddedKafka.start(options);
        var again = new EmbeddedKafka.Options(options.folder(), runtime(), kafka.port(), 0);
        var line = new KafkaLine(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        var post = new KafkaPost(line);
        post.deliver("/test", List.of(record("before")));

        kafka.close();
        assertThatThrownBy(() -> post.deliver("/test", List.of(record("lost"))));
        try (var back = EmbeddedKafka.start(again)) {
            post.deliver("/test", List.of(record("after")));

            assertThat(heard(back)).containsExactly("before", "after");
            line.close();
        }
    }

    private static OutboxRecord record(String key) {
        return OutboxRecord.work("down", key, Instant.now());
    }

    private static List<String> heard(EmbeddedKafka kafka) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("down"));
            var heard = new ArrayList<String>();
            for (int i = 0; i < 20 && heard.size() < 2; i++) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> heard.add(record.value()));
            }
            return heard;
        }
    }

    private static Path runtime() {
        return Path.of(System.getProperty("java.io.tmpdir"), "cumulet-runtime-" + System.getProperty("user.name"));
    }
}
