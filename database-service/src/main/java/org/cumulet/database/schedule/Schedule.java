package org.cumulet.database.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When a database is backed up by itself. It goes with its database.
@Entity
@Table(name = "database_backup_schedule")
class Schedule {

    @Id
    private UUID databaseId;

    private String cron;
    private int keepCount;
    private Integer keepDays;
    private Instant nextAt;

    protected Schedule() {}

    Schedule(UUID database) {
        databaseId = database;
    }

    void change(NewSchedule wish, Instant next) {
        cron = wish.cron();
        keepCount = wish.keepCountOrUsual();
        keepDays = wish.keepDays();
        nextAt = next;
    }

    /// What was missed is not made up for.
    void turn(@Nullable Instant next) {
        nextAt = next;
    }

    UUID database() {
        return databaseId;
    }

    String cron() {
        return cron;
    }

    int keepCount() {
        return keepCount;
    }

    @Nullable
    Integer keepDays() {
        return keepDays;
    }

    Optional<Duration> keep() {
        return Optional.ofNullable(keepDays).map(Duration::ofDays);
    }

    @Nullable
    Instant nextAt() {
        return nextAt;
    }
}
