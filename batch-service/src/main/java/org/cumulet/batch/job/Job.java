package org.cumulet.batch.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.cumulet.batch.store.Sql;
import org.jspecify.annotations.Nullable;

/// Many operations as one piece of work.
///
/// @param user in whose name it acts
/// @param priority among the jobs of its project; more is sooner
/// @param maxParallel how many of its items are under way at a time
/// @param policy when what it has done stays
/// @param needed how many items must be done for that
/// @param deadline after which none of its items is begun
/// @param trust by which it acts for its user, while the user may
/// @param reason why it ended otherwise than by itself
public record Job(
        UUID id,
        String project,
        String user,
        @Nullable String name,
        JobState state,
        int priority,
        int maxParallel,
        Policy policy,
        int needed,
        @Nullable Instant notBefore,
        @Nullable Instant deadline,
        String trust,
        int total,
        @Nullable String reason,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended) {

    /// Whether items of it may be begun.
    boolean beginsItems(Instant now) {
        return state == JobState.RUNNING && (deadline == null || deadline.isAfter(now));
    }

    static Job of(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("project"),
                row.getString("user_id"),
                row.getString("name"),
                JobState.of(row.getString("state")),
                row.getInt("priority"),
                row.getInt("max_parallel"),
                Policy.of(row.getString("policy")).orElseThrow(),
                row.getInt("needed"),
                Sql.instant(row, "not_before"),
                Sql.instant(row, "deadline"),
                row.getString("trust"),
                row.getInt("total"),
                row.getString("reason"),
                Objects.requireNonNull(Sql.instant(row, "created")),
                Sql.instant(row, "started"),
                Sql.instant(row, "ended"));
    }
}
