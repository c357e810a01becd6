package org.cumulet.batch.news;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cumulet.batch.store.Sql;
import org.jspecify.annotations.Nullable;

/// Something that happened, as it was told.
///
/// @param sequence the place among all that are kept; 0 before it is kept
/// @param id the same where it is told again
/// @param project whose resource it is; null where it belongs to the cloud itself
/// @param data JSON
record News(
        long sequence,
        String id,
        String type,
        String source,
        String subject,
        @Nullable String project,
        @Nullable String requestId,
        Instant time,
        String data) {

    /// Empty for a record that is no CloudEvent.
    static Optional<News> of(ConsumerRecord<String, String> record) {
        var id = header(record, "ce_id");
        var type = header(record, "ce_type");
        var source = header(record, "ce_source");
        var subject = text(record.key());
        var time = time(header(record, "ce_time"));
        if (id == null || type == null || source == null || subject == null || time == null || record.value() == null) {
            return Optional.empty();
        }
        return Optional.of(new News(
                0,
                id,
                type,
                source,
                subject,
                header(record, "ce_project"),
                header(record, "ce_requestid"),
                time,
                record.value()));
    }

    static News of(ResultSet row) throws SQLException {
        return new News(
                row.getLong("sequence"),
                row.getString("ce_id"),
                row.getString("type"),
                row.getString("source"),
                row.getString("subject"),
                row.getString("project"),
                row.getString("request_id"),
                Objects.requireNonNull(Sql.instant(row, "time")),
                row.getString("data"));
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : text(new String(header.value(), UTF_8));
    }

    /// Null for what PostgreSQL could not keep.
    private static @Nullable String text(@Nullable String text) {
        return text == null || text.indexOf('\0') >= 0 ? null : text;
    }
}
