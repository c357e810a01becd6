package org.cumulet.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Delivers to Kafka: news as CloudEvents 1.0 in binary mode, work as a bare id.
@Singleton
class KafkaPost implements Post {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaLine line;

    KafkaPost(KafkaLine line) {
        this.line = line;
    }

    @Override
    public void deliver(String source, List<OutboxRecord> records)
            throws InterruptedException, ExecutionException, TimeoutException {
        var producer = line.open();
        try {
            confirm(send(producer, source, records));
        } catch (InterruptedException | ExecutionException | TimeoutException | RuntimeException e) {
            line.hangUp(producer);
            throw e;
        }
    }

    private static List<Future<RecordMetadata>> send(
            Producer<String, String> producer, String source, List<OutboxRecord> records)
            throws ExecutionException, InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        for (var record : records) {
            var future = producer.send(message(source, record));
            if (future.isDone()) {
                future.get(); // refused at once: no word from the broker about this topic
            }
            sent.add(future);
        }
        return sent;
    }

    private static void confirm(List<Future<RecordMetadata>> sent)
            throws InterruptedException, ExecutionException, TimeoutException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var future : sent) {
            future.get(end - System.nanoTime(), NANOSECONDS);
        }
    }

    private static ProducerRecord<String, String> message(String source, OutboxRecord record) {
        var message = new ProducerRecord<>(record.topic(), record.key(), record.payload());
        if (record.type() != null) {
            header(message, "ce_specversion", "1.0");
            header(message, "ce_id", record.id().toString());
            header(message, "ce_source", source);
            header(message, "ce_type", record.type());
            header(message, "ce_subject", record.key());
            header(message, "ce_time", record.at().toString());
            header(message, "ce_project", record.project());
            header(message, "ce_requestid", record.requestId());
            header(message, "content-type", "application/json");
        }
        return message;
    }

    private static void header(ProducerRecord<String, String> message, String name, @Nullable String value) {
        if (value != null) {
            message.headers().add(name, value.getBytes(UTF_8));
        }
    }
}
