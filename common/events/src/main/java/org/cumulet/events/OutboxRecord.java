package org.cumulet.events;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// A row of the outbox: news (with a type) or work (without one).
record OutboxRecord(
        UUID id,
        String topic,
        String key,
        @Nullable String type,
        @Nullable String project,
        @Nullable String requestId,
        Instant at,
        String payload) {

    /// Kafka's default limit for a record is 1 MiB; one too large would hold up all that follow it.
    private static final int MAX_PAYLOAD = 512 * 1024;

    static final String INSERT = "insert into outbox (id, topic, key, type, project, request_id, at, payload)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)";

    static final String SELECT = "select sequence, id, topic, key, type, project, request_id, at, payload"
            + " from outbox order by sequence limit ?";

    OutboxRecord {
        if (payload.length() > MAX_PAYLOAD) {
            throw new IllegalArgumentException("An event of %d characters is too large for %s: ids and facts only"
                    .formatted(payload.length(), topic));
        }
    }

    static OutboxRecord news(DomainEvent event) {
        return new OutboxRecord(
                UUID.randomUUID(),
                event.topic(),
                event.subject(),
                event.type(),
                event.project(),
                currentRequest(),
                event.at().truncatedTo(ChronoUnit.MICROS),
                EventJson.write(event));
    }

    static OutboxRecord work(String topic, String key, Instant at) {
        return new OutboxRecord(UUID.randomUUID(), topic, key, null, null, currentRequest(), at, key);
    }

    static OutboxRecord from(ResultSet row) throws SQLException {
        return new OutboxRecord(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("project"),
                row.getString("request_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("payload"));
    }

    void addTo(PreparedStatement insert) throws SQLException {
        insert.setObject(1, id);
        insert.setString(2, topic);
        insert.setString(3, key);
        insert.setString(4, type);
        insert.setString(5, project);
        insert.setString(6, requestId);
        insert.setObject(7, at.atOffset(ZoneOffset.UTC));
        insert.setString(8, payload);
        insert.addBatch();
    }

    private static @Nullable String currentRequest() {
        return MDC.get("request_id") instanceof String id ? id : null;
    }
}
