package org.cumulet.batch.item;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cumulet.batch.store.Sql;
import org.jspecify.annotations.Nullable;

/// What every item is doing. A process holds an item by a lease; what it learns counts only while the item is its
/// own.
@Singleton
public class ItemLedger {

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
    public List<Item> claim(UUID job, int most, int launches, UUID owner, Duration lease) {
        var first = sql.first(
                "select * from item where job = ? and state = 'queued' and due <= now() order by position limit 1",
                Item::of,
                job);
        var together = first.filter(Item::isLaunch).isPresent();
        return sql.list(
                """
                update item set state = 'running', owner = ?, lease_until = now() + cast(? as interval),
                    attempts = attempts + 1, started = coalesce(started, now()), error = null
                where (job, position) in (
                    select job, position from (
                        select * from item
                        where job = ? and state = 'queued' and due <= now()
                        order by position limit ? for update skip locked) waiting
                    where not ? or method = ? and path = ?)
                returning *""",
                Item::of,
                owner,
                Sql.interval(lease),
                job,
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
                "update item set lease_until = now() + cast(? as interval) where state = 'running' and owner = ?"
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
        sql.update("update item set due = now() where state = 'settling' and resource = any(?)", resources);
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
                                + " resource = ?, ended = now()" + HELD,
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
                "update item set state = ?, error = ?, ended = now()"
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

    /// None of those that wait is begun.
    ///
    /// @return their positions
    public List<Integer> endWaiting(UUID job, ItemState state, @Nullable String error) {
        return sql.list(
                "update item set state = ?, error = ?, ended = now() where job = ? and state = 'queued'"
                        + " returning position",
                row -> row.getInt(1),
                state.text(),
                error,
                job);
    }

    /// What failed waits again; what it left half made is taken away first.
    public int again(UUID job) {
        return sql.update("""
                update item set state = 'queued', round = round + 1, due = now(), ended = null, started = null,
                    status = null, error = null, resource = null, follow = null,
                    leftover = case when method = 'POST' and target = 'ACTIVE' and path not like '%/action'
                        then follow else leftover end, target = null
                where job = ? and state = 'failed'""", job);
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

    /// Items that have an end, in the order in which they ended.
    ///
    /// @param after the end and the position of the last one that is known
    /// @param margin how long ago they must have ended, so that none of those that come later ended before
    public List<Item> ended(UUID job, Instant after, int position, Duration margin, int most) {
        return sql.list(
                "select * from item where job = ? and ended is not null and (ended, position) > (?, ?)"
                        + " and ended <= now() - cast(? as interval) order by ended, position limit ?",
                Item::of,
                job,
                after,
                position,
                Sql.interval(margin),
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
