package org.cumulet.database.schedule;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.cumulet.database.DatabaseSettings;
import org.cumulet.saga.Regularly;

/// Looks from time to time whose hour has come.
@Singleton
class ScheduleRounds {

    private static final int LATE = 9_500;

    private final ScheduleService schedules;
    private final Regularly rounds;

    ScheduleRounds(ScheduleService schedules, DatabaseSettings settings) {
        this.schedules = schedules;
        this.rounds =
                new Regularly("database-backup-schedules", settings.backup().lookEvery(), this::lookAround);
    }

    void start(@Observes @Priority(LATE) StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private void lookAround() {
        schedules.beginDue();
        schedules.trim();
    }
}
