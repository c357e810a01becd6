package org.cumulet.batch.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.batch.item.ItemLedger;
import org.cumulet.batch.store.Sql;
import org.jspecify.annotations.Nullable;

/// Where jobs are kept; what callers ask for is found in their own project only.
@Singleton
class JobStore {

    /// Too few of its items can be done for it to be worth anything.
    private static final String OUT_OF_REACH = """
            (case when needed > 0 and state in ('running', 'paused') then total - needed < (
                select count(*) from item where item.job = job.id and item.state in ('failed', 'cancelled'))
            else false end)""";

    private final Sql sql;

    JobStore(Sql sql) {
        this.sql = sql;
    }

    Optional<Job> find(String project, UUID id) {
        return sql.first("select * from job where project = ? and id = ?", Job::of, project, id);
    }

    /// Nobody else changes it until the transaction ends.
    Optional<Job> hold(UUID id) {
        return sql.first("select * from job where id = ? for update", Job::of, id);
    }

    /// Unless somebody else is at it.
    Optional<Job> holdIfFree(UUID id) {
        return sql.first("select * from job where id = ? for update skip locked", Job::of, id);
    }

    /// The newest first.
    ///
    /// @param before the last job of the page before
    List<Job> page(String project, @Nullable JobState state, @Nullable Job before, int most) {
        return sql.list(
                "select * from job where project = ? and (cast(? as text) is null or state = ?)"
                        + " and (cast(? as timestamptz) is null or (created, id) < (?, ?))"
                        + " order by created desc, id desc limit ?",
                Job::of,
                project,
                state == null ? null : state.text(),
                state == null ? null : state.text(),
                before == null ? null : before.created(),
                before == null ? Instant.EPOCH : before.created(),
                before == null ? new UUID(0, 0) : before.id(),
                most);
    }

    void add(NewJob job, String project, String user, Instant now) {
        sql.update(
                """
                insert into job (id, project, user_id, name, state, priority, max_parallel, policy, needed, not_before, deadline,
                    trust, total, idempotency_key, digest, request_id, created)
                values (?, ?, ?, ?, 'running', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                job.id(),
                project,
                user,
                job.name(),
                job.priority(),
                job.maxParallel(),
                job.policy().text(),
                job.needed(),
                job.notBefore(),
                job.deadline(),
                job.trust(),
                job.total(),
                job.key(),
                job.digest(),
                job.requestId(),
                now);
    }

    /// Changes what it is doing; where that is an end, says when.
    void move(UUID id, JobState state, @Nullable String reason) {
        sql.update(
                "update job set state = ?, reason = ?, ended = case when ? then now() end where id = ?",
                state.text(),
                reason,
                state.isOver(),
                id);
    }

    /// It goes on in the name of somebody who asked for that; a deadline that has passed does not hold any more.
    void begin(UUID id, String trust) {
        sql.update(
                "update job set state = 'running', reason = null, ended = null, trust = ?,"
                        + " deadline = case when deadline > now() then deadline end where id = ?",
                trust,
                id);
    }

    void started(UUID id) {
        sql.update("update job set started = coalesce(started, now()) where id = ?", id);
    }

    /// Jobs with items that may be begun, or of which it is not known what came of them; and what is under way for
    /// each.
    List<Candidate> candidates() {
        return sql.list(
                """
                select job.id, job.project, job.max_parallel - under_way.items as room, under_way.calls
                from job, lateral (
                    select count(*) as items, count(*) filter (where item.state = 'running') as calls
                    from item where item.job = job.id and item.state in ('running', 'settling')) under_way
                where job.ended is null and job.state in ('running', 'cancelling', 'undoing')
                    and (job.not_before is null or job.not_before <= now())
                    and exists (
                        select from item where item.job = job.id and item.state = 'queued' and not item.blocked
                            and item.due <= now()
                            and (job.state = 'running' and (job.deadline is null or job.deadline > now())
                                or %s))
                order by job.priority desc, job.created, job.id""".formatted(ItemLedger.UNSURE),
                row -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("project"),
                        row.getInt("room"),
                        row.getInt("calls")));
    }

    boolean isOutOfReach(UUID id) {
        return sql.exists("select from job where id = ? and " + OUT_OF_REACH, id);
    }

    Optional<String> trust(UUID id) {
        return sql.first("select trust from job where id = ?", row -> row.getString(1), id);
    }

    Optional<String> project(UUID id) {
        return sql.first("select project from job where id = ?", row -> row.getString(1), id);
    }

    /// Jobs whose deadline has passed while items of theirs wait.
    List<UUID> overdue() {
        return sql.list("""
                select id from job where ended is null and deadline <= now() and exists (
                    select from item where item.job = job.id and item.state = 'queued' and not %s)""".formatted(ItemLedger.UNSURE), row -> row.getObject(1, UUID.class));
    }

    /// Jobs that nobody ended, or goes on to end: none of their items is open, or too few can be done, or they are
    /// on their way to their end; or what some items waited for has come to its end.
    List<UUID> forgotten() {
        return sql.list("""
                select id from job where ended is null and (state in ('cancelling', 'undoing') or %s or not exists (
                    select from item where item.job = job.id
                        and item.state in ('queued', 'running', 'settling', 'undoing'))
                    or exists (select from item where item.job = job.id and item.blocked and item.state = 'queued'
                        and not exists (select from item before where before.job = item.job
                            and before.position = any(item.after)
                            and before.state in ('queued', 'running', 'settling'))))""".formatted(OUT_OF_REACH), row -> row.getObject(1, UUID.class));
    }

    /// Items of jobs of this project that have not ended.
    long openItems(String project) {
        return sql.first(
                        "select coalesce(sum(total), 0) from job where project = ? and ended is null",
                        row -> row.getLong(1),
                        project)
                .orElse(0L);
    }

    Optional<Known> known(String project, String user, String key) {
        return sql.first(
                "select id, digest from job where project = ? and user_id = ? and idempotency_key = ?",
                row -> new Known(row.getObject("id", UUID.class), row.getBytes("digest")),
                project,
                user,
                key);
    }

    /// Until the transaction ends, nobody else sends something by this key.
    boolean lock(String project, String user, String key) {
        return sql.first(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> row.getBoolean(1),
                        "%s %s %s".formatted(project, user, key))
                .orElseThrow();
    }

    List<UUID> endedBefore(Duration age, int most) {
        return sql.list(
                "select id from job where ended < now() - cast(? as interval) limit ? for update skip locked",
                row -> row.getObject(1, UUID.class),
                Sql.interval(age),
                most);
    }

    void delete(UUID id) {
        sql.update("delete from job where id = ?", id);
    }

    /// @param digest of what was sent
    record Known(UUID job, byte[] digest) {}
}
