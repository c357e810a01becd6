package org.cumulet.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// A CloudEvent as it came from Kafka in binary mode.
public record HeardEvent(
        String id,
        String type,
        String subject,
        @Nullable String project,
        @Nullable String requestId,
        String payload) {

    public static HeardEvent of(ConsumerRecord<String, String> record) {
        return new HeardEvent(
                required(record, "ce_id"),
                required(record, "ce_type"),
                record.key(),
                header(record, "ce_project"),
                header(record, "ce_requestid"),
                record.value());
    }

    /// The payload as the consumer's own record, which names only the fields it reads.
    public <T> T as(Class<T> shape) {
        return EventJson.read(payload, shape);
    }

    private static String required(ConsumerRecord<?, ?> record, String name) {
        var value = header(record, name);
        if (value == null) {
            throw new IllegalArgumentException("A record on %s without %s".formatted(record.topic(), name));
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
