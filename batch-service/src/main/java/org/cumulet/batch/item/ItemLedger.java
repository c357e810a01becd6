package org.cumulet.batch.item;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cumulet.batch.store.Sql;
import org.jspecify.annotations.Nullable;

/// What every item is doing. A process holds an item by a lease; what it learns counts only while the item is its
/// own.
@Singleton
public class ItemLedger {

    /// Of an item that waits to be called again: whether it may have been done already, since its last call had no
    /// answer.
    public static final String UNSURE = "(item.started is not null and (item.status is null or item.error is null))";

    /// Of an item that has failed: whether it has left something half made.
    private static final String LEFT = "method = 'POST' and target = 'ACTIVE' and path not like '%/action'";

    /// Where in the order of all ends this one is.
    private static final String ENDED = "ended = now(), ended_in = pg_current_xact_id()";

    private static final String HELD = " where job = ? and position = ? and state = 'running' and owner = ?";

    private final Sql sql;

    ItemLedger(Sql sql) {
        this.sql = sql;
    }

    /// Takes up to so many that wait, each for one process alone. Launches are taken by themselves, where one is the
    /// first that waits.
    ///
    /// @param most of whatever there is
    /// @param launches where it is launches
    /// @param isNew whether what was not begun may be; else only what may have been done already is called again
    public List<Item> claim(UUID job, int most, int launches, boolean isNew, UUID owner, Duration lease) {
        var first = sql.first(
                "select * from item where job = ? and state = 'queued' and not blocked and due <= now() and (? or "
                        + UNSURE + ") order by position limit 1",
                Item::of,
                job,
                isNew);
        var together = first.filter(Item::isLaunch).isPresent();
        return sql.list(
                """
                update item set state = 'running', owner = ?, lease_until = now() + cast(? as interval),
                    attempts = attempts + 1, started = coalesce(started, now()), error = null
                where (job, position) in (
                    select job, position from (
                        select * from item
                        where job = ? and state = 'queued' and not blocked and due <= now() and (? or %s)
                        order by position limit ? for update skip locked) waiting
                    where not ? or method = ? and path = ?)
                returning *""".formatted(UNSURE),
                Item::of,
                owner,
                Sql.interval(lease),
                job,
                isNew,
                together ? launches : most,
                together,
                Item.LAUNCH_METHOD,
                Item.LAUNCH_PATH);
    }

    /// Keeps what this process has in hand its own.
    ///
    /// @param keys of the items
    public void keep(UUID owner, Collection<String> keys, Duration lease) {
        sql.update(
                "update item set lease_until = now() + cast(? as interval) where owner = ?"
                        + " and job || '/' || position || '/' || round = any(?)",
                Sql.interval(lease),
                owner,
                keys);
    }

    /// What processes left that are not heard of any more waits again.
    public void reclaim() {
        sql.update("""
                update item set state = 'queued', owner = null, lease_until = null where (job, position) in (
                    select job, position from item where state = 'running' and lease_until < now()
                    for update skip locked)""");
    }

    /// What there is to look at, each for one process alone until it is due again.
    public List<Item> looks(int most, Duration again) {
        return sql.list("""
                update item set due = now() + greatest(interval '0.5 seconds', least(cast(? as interval), now() - started))
                where (job, position) in (
                    select job, position from item where state = 'settling' and due <= now()
                    order by due limit ? for update skip locked)
                returning *""", Item::of, Sql.interval(again), most);
    }

    /// Something has happened to these resources.
    public void heardOf(Collection<String> resources) {
        sql.update(
                "update item set due = now() where state in ('settling', 'undoing') and resource = any(?)", resources);
    }

    /// Calls that are answered; what they asked for is to come.
    public void settle(Collection<Settling> items, UUID owner) {
        sql.batch(
                "update item set state = 'settling', owner = null, lease_until = null, status = ?, request_id = ?,"
                        + " follow = ?, target = ?, resource = ?, due = now() + interval '0.5 seconds'" + HELD,
                items.stream()
                        .map(it -> new @Nullable Object[] {
                            it.status(),
                            it.requestId(),
                            it.follow().path(),
                            it.follow().target(),
                            it.follow().resource(),
                            it.item().job(),
                            it.item().position(),
                            owner
                        })
                        .toList());
    }

    /// It failed in a way that may pass.
    public boolean again(
            Item item, UUID owner, Duration pause, @Nullable Integer status, String error, String requestId) {
        return sql.update(
                        "update item set state = 'queued', owner = null, lease_until = null, status = ?, error = ?,"
                                + " request_id = ?, due = now() + cast(? as interval)" + HELD,
                        status,
                        error,
                        requestId,
                        Sql.interval(pause),
                        item.job(),
                        item.position(),
                        owner)
                > 0;
    }

    /// An item that this process has in hand has an end.
    public boolean end(Item item, UUID owner, End end) {
        return sql.update(
                        "update item set state = ?, owner = null, lease_until = null, status = ?, error = ?, request_id = ?,"
                                + " resource = ?, " + ENDED + HELD,
                        end.state().text(),
                        end.status(),
                        end.error(),
                        end.requestId(),
                        end.resource(),
                        item.job(),
                        item.position(),
                        owner)
                > 0;
    }

    /// What items waited for has come, or will not.
    ///
    /// @return those that were still waiting
    public List<Settled> settled(List<Settled> items) {
        var changed = sql.batch(
                "update item set state = ?, error = ?, " + ENDED
                        + " where job = ? and position = ? and state = 'settling' and round = ?",
                items.stream()
                        .map(it -> new @Nullable Object[] {
                            it.state().text(),
                            it.error(),
                            it.item().job(),
                            it.item().position(),
                            it.item().round()
                        })
                        .toList());
        return IntStream.range(0, changed.length)
                .filter(i -> changed[i] > 0)
                .mapToObj(items::get)
                .toList();
    }

    /// Whether some of its items wait for others of it.
    public boolean hasBlocked(UUID job) {
        return sql.exists("select from item where job = ? and blocked and state = 'queued' limit 1", job);
    }

    /// What follows something that was not done is not begun, nor what follows that.
    ///
    /// @return their positions
    public List<Integer> skip(UUID job) {
        var skipped = new ArrayList<Integer>();
        List<Integer> round;
        do {
            round = sql.list("""
                    update item set state = 'failed', error = 'Item ' || before.position
                        || coalesce(' (' || before.label || ')', '') || ' is not done, and this one was to follow it.', %s
                    from item before
                    where item.job = ? and item.blocked and item.state = 'queued' and before.job = item.job
                        and before.position = any(item.after)
                        and before.state in ('failed', 'cancelled', 'undoing', 'undone', 'kept')
                    returning item.position""".formatted(ENDED), row -> row.getInt(1), job);
            skipped.addAll(round);
        } while (!round.isEmpty());
        return skipped;
    }

    /// What has waited for others that are done now waits for its turn only.
    ///
    /// @return how many they are
    public int release(UUID job) {
        return sql.update("""
                update item set blocked = false, due = now()
                where job = ? and blocked and state = 'queued' and not exists (
                    select from item before where before.job = item.job and before.position = any(item.after)
                        and before.state <> 'done')""", job);
    }

    /// Keeps what was answered to an item for those that follow it; the first answer says most.
    ///
    /// @param sealed by [Item#sealOfAnswer]
    public void keep(Item item, UUID owner, byte[] sealed) {
        sql.update("update item set answer = coalesce(answer, ?)" + HELD, sealed, item.job(), item.position(), owner);
    }

    /// Those that an item follows.
    public List<Item> before(Item item) {
        return sql.list(
                "select before.* from item before join item on before.job = item.job"
                        + " and before.position = any(item.after) where item.job = ? and item.position = ?",
                Item::of,
                item.job(),
                item.position());
    }

    /// None of those that wait is begun.
    ///
    /// @param unsure whether those may end, too, that may have been done already
    /// @return their positions
    public List<Integer> endWaiting(UUID job, ItemState state, @Nullable String error, boolean unsure) {
        return sql.list(
                "update item set state = ?, error = ?, " + ENDED + " where job = ? and state = 'queued'"
                        + " and (? or not " + UNSURE + ") returning position",
                row -> row.getInt(1),
                state.text(),
                error,
                job,
                unsure);
    }

    /// What was done is to be undone, and what was left half made taken away.
    ///
    /// @return how many items that is
    public int undo(UUID job) {
        return sql.update(
                "update item set state = 'undoing', due = now(), ended = null, owner = null, lease_until = null"
                        + " where job = ? and undone_from is null"
                        + " and (state = 'done' or state = 'failed' and resource is not null and " + LEFT + ")",
                job);
    }

    /// Takes up to so many whose work is to be undone, each for one process alone: the last of each job first, and of
    /// each job as many at a time as it has under way.
    public List<Item> undos(int most, UUID owner, Duration lease) {
        return sql.list("""
                update item set owner = ?, lease_until = now() + cast(? as interval), attempts = attempts + 1,
                    undone_from = coalesce(undone_from, now())
                where (job, position) in (
                    select job, position from item
                    where state = 'undoing' and (lease_until is null or lease_until < now()) and (job, position) in (
                        select next.job, next.position from job, lateral (
                            select item.*, row_number() over (order by item.position desc) as turn from item
                            where item.job = job.id and item.state = 'undoing'
                            order by item.position desc limit job.max_parallel) next
                        where job.ended is null and job.state in ('undoing', 'cancelling') and next.due <= now()
                            and (next.lease_until is null or next.lease_until < now())
                        order by next.turn limit ?)
                    for update skip locked)
                returning *""", Item::of, owner, Sql.interval(lease), most);
    }

    /// It is not undone yet.
    public void undoAgain(Item item, UUID owner, Duration pause) {
        sql.update(
                "update item set owner = null, lease_until = null, due = now() + cast(? as interval) where job = ?"
                        + " and position = ? and state = 'undoing' and owner = ?",
                Sql.interval(pause),
                item.job(),
                item.position(),
                owner);
    }

    /// What an item did is undone, or will stay. One that had failed is failed again.
    ///
    /// @param why it cannot be undone; null where it is
    /// @return in which state the item is now; empty where it is not this process's any more
    public Optional<ItemState> undone(Item item, UUID owner, @Nullable String why) {
        var state = why != null ? ItemState.KEPT : item.error() == null ? ItemState.UNDONE : ItemState.FAILED;
        var changed = sql.update(
                "update item set state = ?, error = coalesce(?, error), owner = null, lease_until = null, " + ENDED
                        + " where job = ? and position = ? and state = 'undoing' and owner = ?",
                state.text(),
                why,
                item.job(),
                item.position(),
                owner);
        return changed > 0 ? Optional.of(state) : Optional.empty();
    }

    /// Nothing of it can be undone any more.
    ///
    /// @return positions of what stays
    public List<Integer> keepAll(UUID job, String why) {
        return sql.list(
                "update item set state = 'kept', error = ?, owner = null, lease_until = null, " + ENDED
                        + " where job = ? and state = 'undoing' returning position",
                row -> row.getInt(1),
                why,
                job);
    }

    /// What failed waits again; what it left half made is taken away first.
    public int again(UUID job) {
        return sql.update("""
                update item set state = 'queued', blocked = after is not null, round = round + 1, due = now(), ended = null, started = null,
                    status = null, error = null, resource = null, answer = null, follow = null,
                    leftover = case when %s then follow else leftover end, target = null
                where job = ? and state = 'failed'""".formatted(LEFT), job);
    }

    /// How many of a job's items are begun and not ended.
    public int underWay(UUID job) {
        return sql.first(
                        "select count(*) from item where job = ? and state in ('running', 'settling')",
                        row -> row.getInt(1),
                        job)
                .orElse(0);
    }

    public boolean hasOpen(UUID job) {
        return sql.exists(
                "select from item where job = ? and state = any(?) limit 1",
                job,
                ItemState.OPEN.stream().map(ItemState::text).toList());
    }

    /// How many items of each job are in each state.
    public Map<UUID, Map<ItemState, Integer>> counts(Collection<UUID> jobs) {
        record Count(UUID job, ItemState state, int number) {}
        var counts = new HashMap<UUID, Map<ItemState, Integer>>();
        sql.list(
                        "select job, state, count(*) from item where job = any(cast(? as uuid[])) group by job, state",
                        row -> new Count(
                                row.getObject(1, UUID.class),
                                ItemState.of(row.getString(2)).orElseThrow(),
                                row.getInt(3)),
                        jobs.stream().map(UUID::toString).toList())
                .forEach(it -> counts.computeIfAbsent(it.job(), _ -> new EnumMap<>(ItemState.class))
                        .put(it.state(), it.number()));
        return counts;
    }

    /// A page of a job's items in the order of its document.
    ///
    /// @param state only those in it; all where it is null
    /// @param after the position before the page
    public List<Item> page(UUID job, @Nullable ItemState state, int after, int most) {
        return sql.list(
                "select * from item where job = ? and position > ? and (cast(? as text) is null or state = ?)"
                        + " order by position limit ?",
                Item::of,
                job,
                after,
                state == null ? null : state.text(),
                state == null ? null : state.text(),
                most);
    }

    /// Items that have an end, in the order of the transactions in which they ended.
    ///
    /// @param transaction of the last one that is known, which is at `position`
    /// @param all whether none is to come; else what ended beside an earlier transaction that goes on is left for
    ///     later, so that nothing ever appears before what was read
    public List<Item> ended(UUID job, long transaction, int position, boolean all, int most) {
        return sql.list(
                "select * from item where job = ? and ended is not null"
                        + " and (ended_in, position) > (cast(cast(? as text) as xid8), ?)"
                        + " and (? or ended_in < pg_snapshot_xmin(pg_current_snapshot()))"
                        + " order by ended_in, position limit ?",
                Item::of,
                job,
                transaction,
                position,
                all,
                most);
    }

    /// What items of jobs that are gone have left.
    public void forget(UUID job) {
        sql.update("delete from item where job = ?", job);
    }

    /// @param path of what is to settle
    /// @param target the status it settles in; `GONE` for none at all
    /// @param resource its id
    public record Follow(String path, String target, String resource) {}

    /// An item whose call is answered.
    public record Settling(Item item, int status, String requestId, Follow follow) {}

    /// An item whose resource is there, or will not be.
    ///
    /// @param error why not
    public record Settled(
            Item item, ItemState state, @Nullable String error) {}

    /// @param error why it failed
    /// @param resource id of what it made or changed
    public record End(
            ItemState state,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String requestId,
            @Nullable String resource) {}
}
