package org.cumulet.database.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// When a database shall be backed up by itself.
///
/// @param cron five fields as in crontab(5), in UTC
/// @param keepCount how many of these backups are kept; 7 when left out
/// @param keepDays how long each is kept; as long as `keep_count` says when left out
record NewSchedule(
        @NotNull @Size(min = 9, max = 100) String cron,
        @Nullable @Min(1) @Max(1000) Integer keepCount,
        @Nullable @Min(1) @Max(36_500) Integer keepDays) {

    private static final int A_WEEK = 7;

    int keepCountOrUsual() {
        return keepCount == null ? A_WEEK : keepCount;
    }

    record Request(@NotNull @Valid NewSchedule schedule) {}
}
