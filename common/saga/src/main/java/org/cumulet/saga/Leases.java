package org.cumulet.saga;

import static org.cumulet.saga.Sql.LAZY;
import static org.cumulet.saga.Sql.set;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who works on which saga: one at a time, for as long as it says every few seconds that it is alive.
final class Leases {

    static final Duration HEARTBEAT = Duration.ofSeconds(4);
    static final String UNTIL = "now() + interval '15 seconds'";

    private static final String FREE = " s.ended is null and (s.lease_until is null or s.lease_until < now())";

    /// Nobody is at work for the same subject, and nothing earlier is open for it.
    private static final String ITS_TURN = " and not exists (select 1 from saga e where e.subject = s.subject"
            + " and e.ended is null and e.id <> s.id and (e.number < s.number or e.lease_until > now()))";

    private static final String TAKE = LAZY + "update saga s set lease = ?, lease_owner = ?, lease_until = " + UNTIL
            + " from lazy where s.id = ? and" + FREE + " and (s.attempt = 0 or s.due <= now())" + ITS_TURN
            + " returning s.story, s.subject, s.state, s.step, s.attempt, s.data, s.failure, s.aborting,"
            + " s.deadline < now() as late, s.trouble";

    /// The shares are found by skipping through the index, so that a long queue of one costs the others nothing.
    private static final String DUE = """
            with recursive shares as (
                (select share from saga where ended is null order by share limit 1)
                union all
                select (select n.share from saga n where n.ended is null and n.share > shares.share
                    order by n.share limit 1)
                from shares where shares.share is not null)
            select waiting.id from shares
            cross join lateral (select count(*) as places from saga r
                where r.ended is null and r.share = shares.share and r.lease_until > now()) running
            cross join lateral (select s.id, s.due, row_number() over (order by s.due) as place from saga s
                where s.share = shares.share and""" + FREE + """
                and s.due <= now() and (s.attempt > 0 or s.due <= now() - ?::interval)""" + ITS_TURN + """
                order by s.due limit ?) waiting
            order by running.places + waiting.place, waiting.due limit ?""";

    private static final String RENEW = LAZY + "update saga s set lease_until = " + UNTIL
            + " from lazy where s.id = any(?) and s.lease = any(?) returning s.id,"
            + " s.aborting is not null and s.state = 'running' as aborted,"
            + " s.deadline < now() and s.state = 'running' as late";

    private static final String RECLAIM = "update saga set lease = null, lease_owner = null, lease_until = null"
            + " where lease_owner = ? and ended is null";

    /// A lease that still holds, and what has happened meanwhile.
    record Renewed(UUID id, boolean aborted, boolean late) {}

    private final Sql sql;
    private final Stories stories;

    Leases(Sql sql, Stories stories) {
        this.sql = sql;
        this.stories = stories;
    }

    Optional<Taken> take(UUID id, String owner) {
        var lease = UUID.randomUUID();
        return sql.with(TAKE, update -> {
            try (var row = set(update, lease, owner, id).executeQuery()) {
                return row.next() ? Optional.of(taken(id, lease, row)) : Optional.empty();
            }
        });
    }

    /// Those nobody works on although it is time: first of the share for which the fewest are at work, and of each the
    /// longest waiting.
    ///
    /// @param untouched how long one that nobody has tried yet is left to its message
    List<UUID> due(Duration untouched, int limit) {
        return sql.ids(DUE, untouched.toString(), limit, limit);
    }

    /// Says that this process is alive and at work on these; those that do not come back are lost.
    List<Renewed> renew(Map<UUID, UUID> leases) {
        return sql.with(RENEW, update -> {
            set(update, leases.keySet(), leases.values());
            var renewed = new ArrayList<Renewed>(leases.size());
            try (var row = update.executeQuery()) {
                while (row.next()) {
                    renewed.add(new Renewed(
                            row.getObject("id", UUID.class), row.getBoolean("aborted"), row.getBoolean("late")));
                }
            }
            return renewed;
        });
    }

    /// Frees what this owner held before it died.
    int reclaim(String owner) {
        return sql.update(RECLAIM, owner);
    }

    private Taken taken(UUID id, UUID lease, ResultSet row) throws SQLException {
        var story = row.getString("story");
        var failure = row.getString("failure");
        var progress = new Progress(
                State.read(row.getString("state")),
                row.getInt("step"),
                row.getInt("attempt"),
                SagaJson.read(row.getString("data"), stories.named(story).data()),
                failure == null ? null : SagaJson.read(failure, Failure.class));
        return new Taken(
                id,
                lease,
                story,
                row.getString("subject"),
                progress,
                row.getString("aborting"),
                row.getBoolean("late"),
                row.getString("trouble"));
    }
}
