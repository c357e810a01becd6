package org.cumulet.database.schedule;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.backup.BackupService;
import org.cumulet.database.database.Database;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.engine.Names;
import org.cumulet.events.Service;

/// When the databases of the caller's project are backed up by themselves.
@Singleton
class ScheduleService {

    private final ScheduleStore store;
    private final DatabaseLedger databases;
    private final BackupService backups;
    private final CurrentCaller caller;
    private final Clock clock;

    ScheduleService(
            ScheduleStore store,
            DatabaseLedger databases,
            BackupService backups,
            CurrentCaller caller,
            @Service("database") Clock clock) {
        this.store = store;
        this.databases = databases;
        this.backups = backups;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Schedule show(String name) {
        caller.must(ScheduleRule.SHOW);
        return found(name);
    }

    @Transactional
    Schedule change(String name, NewSchedule wish) {
        caller.must(ScheduleRule.CHANGE);
        var next = Hours.of(wish.cron())
                .after(Times.now(clock))
                .orElseThrow(() ->
                        new Fault.BadRequest("'%s' is a time that never comes.".formatted(Names.shown(wish.cron()))));
        var database = database(name);
        var schedule = store.findByIdOptional(database.id()).orElseGet(() -> new Schedule(database.id()));
        schedule.change(wish, next);
        store.persist(schedule);
        return schedule;
    }

    /// Backups that were made stay for as long as they would have.
    @Transactional
    void delete(String name) {
        caller.must(ScheduleRule.DELETE);
        store.delete(found(name));
    }

    private Schedule found(String name) {
        return store.findByIdOptional(database(name).id())
                .orElseThrow(() -> new Fault.NotFound("Schedule of database", Names.shown(name)));
    }

    private Database database(String name) {
        return databases
                .lockedNamed(caller.project(), name)
                .orElseThrow(() -> new Fault.NotFound("Database", Names.shown(name)));
    }

    /// Begins what is due. Nobody asked.
    @Transactional
    void beginDue() {
        var now = Times.now(clock);
        for (var schedule : store.due(now)) {
            schedule.turn(Hours.of(schedule.cron()).after(now).orElse(null));
            databases
                    .find(schedule.database())
                    .ifPresent(database -> backups.createScheduled(database, schedule.keep()));
        }
    }

    /// Takes away what is more than was to be kept.
    void trim() {
        for (var schedule : all()) {
            backups.keepNewest(schedule.database(), schedule.keepCount());
        }
    }

    @Transactional
    List<Schedule> all() {
        return store.listAll();
    }
}
