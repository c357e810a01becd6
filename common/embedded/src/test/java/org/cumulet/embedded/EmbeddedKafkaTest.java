package org.cumulet.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir
    Path folder;

    private EmbeddedKafka start() {
        return EmbeddedKafka.start(new EmbeddedKafka.Options(folder.resolve("a place"), Folders.runtime(), 0, 0));
    }

    private static void send(EmbeddedKafka kafka, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("news", value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static String receive(EmbeddedKafka kafka) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "readers", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("news"));
            for (var tries = 0; tries < 20; tries++) {
                for (var message : consumer.poll(Duration.ofSeconds(1))) {
                    return message.value();
                }
            }
            return "nothing";
        }
    }

    @Test
    void carriesWhatWasSent() throws Exception {
        try (var kafka = start()) {
            send(kafka, "hello");

            assertThat(receive(kafka)).isEqualTo("hello");
        }
    }

    @Nested
    class ARestart {

        @Test
        void keepsWhatWasSent() throws Exception {
            try (var kafka = start()) {
                send(kafka, "hello");
            }

            try (var kafka = start()) {
                assertThat(receive(kafka)).isEqualTo("hello");
            }
        }

        @Test
        void isFasterThanTheFirstStartByWhatThatLeftBehind() throws IOException {
            start().close();

            var jars = Unpacked.kafka(Folders.runtime());
            try (var files = Files.list(jars)) {
                assertThat(files).anyMatch(file -> file.toString().endsWith(".jsa"));
            }
        }

        @Test
        void followsABrokerThatWasKilled() throws Exception {
            var killed = start();
            send(killed, "hello");
            ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
            killed.ended().join();
            killed.close();

            try (var kafka = start()) {
                assertThat(receive(kafka)).isEqualTo("hello");
            }
        }

        @Test
        void finishesAFirstStartThatWasInterrupted() throws IOException {
            Files.createDirectories(folder.resolve("a place/data.new/half"));

            start().close();

            assertThat(folder.resolve("a place/data.new")).doesNotExist();
        }
    }

    @Nested
    class ARefusal {

        @Test
        void namesThePortThatIsTaken() throws IOException {
            try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var options =
                        new EmbeddedKafka.Options(folder.resolve("k"), Folders.runtime(), other.getLocalPort(), 0);

                assertThatThrownBy(() -> EmbeddedKafka.start(options))
                        .isInstanceOf(EmbeddedException.class)
                        .hasMessageContaining("Port %d, wanted for Kafka, is taken", other.getLocalPort());
            }
        }

        @Test
        void saysThatTheDataFolderIsDamaged() throws IOException {
            Files.createDirectories(folder.resolve("a place/data/news-0"));

            assertThatThrownBy(EmbeddedKafkaTest.this::start)
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageContaining("backup");
        }

        @Test
        void quotesKafkaWhereTheDamageIsDeeper() throws IOException {
            Files.createDirectories(folder.resolve("a place/data"));
            Files.writeString(folder.resolve("a place/data/meta.properties"), "version=1\nnode.id=7\ncluster.id=x\n");

            assertThatThrownBy(EmbeddedKafkaTest.this::start)
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("Kafka does not start on the data in")
                    .hasMessageContaining("node");
        }
    }
}
