package org.cumulet.batch.news;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cumulet.testing.contract.EventContract;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// An event told on Kafka, as services tell theirs.
record Told(
        String id, String type, String subject, @Nullable String project, String data) {

    /// What its promise has as a sample.
    static Told of(String type, @Nullable String project) {
        return new Told(
                UUID.randomUUID().toString(),
                type,
                UUID.randomUUID().toString(),
                project,
                EventContract.of(type).sample().toString());
    }

    static Told launched(@Nullable String project) {
        return of("org.cumulet.compute.server.launched", project);
    }

    Told tell() {
        send(record());
        return this;
    }

    ProducerRecord<String, String> record() {
        var topic = type.replace("org.cumulet.", "").replaceAll("\\.[a-z_]+$", "");
        var record = new ProducerRecord<>(topic, subject, data);
        header(record, "ce_id", id);
        header(record, "ce_type", type);
        header(record, "ce_source", "/" + topic.split("\\.")[0]);
        header(record, "ce_time", "2026-03-08T06:00:00.123456Z");
        if (project != null) {
            header(record, "ce_project", project);
        }
        return record;
    }

    static void send(ProducerRecord<String, String> record) {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
