package org.cumulet.database.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Where schedules are kept.
@Singleton
class ScheduleStore implements PanacheRepositoryBase<Schedule, UUID> {

    private static final int AT_ONCE = 100;

    /// Those whose time has come, and that nobody else looks at; nobody will before this transaction ends.
    List<Schedule> due(Instant now) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from database_backup_schedule where next_at <= ?1 order by next_at limit ?2 for update skip locked",
                        Schedule.class)
                .setParameter(1, now)
                .setParameter(2, AT_ONCE)
                .getResultList()
                .stream()
                .map(Schedule.class::cast)
                .toList();
    }
}
