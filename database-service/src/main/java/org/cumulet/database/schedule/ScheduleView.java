package org.cumulet.database.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A schedule as the API shows it.
///
/// @param nextAt when the next backup begins; null where that day never comes
record ScheduleView(
        String cron,
        int keepCount,
        @Nullable Integer keepDays,
        @Nullable Instant nextAt) {

    record One(ScheduleView schedule) {
        static One of(Schedule schedule) {
            return new One(
                    new ScheduleView(schedule.cron(), schedule.keepCount(), schedule.keepDays(), schedule.nextAt()));
        }
    }
}
