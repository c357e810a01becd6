package org.cumulet.saga;

import static org.cumulet.saga.Sql.LAZY;
import static org.cumulet.saga.Sql.set;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was begun, how far it is, how it ended: one statement per move, refused to whoever lost the lease.
final class Ledger {

    private static final String BEGIN =
            "insert into saga (id, story, subject, share, data, deadline) values (?, ?, ?, ?, ?::jsonb, now() + ?::interval)";

    private static final String ABORT = "update saga set aborting = ?, due = now() where subject = ?"
            + " and story <> all(?) and ended is null and state = 'running' and aborting is null returning id";

    private static final String OPEN = "select id from saga where subject = ? and story = ? and ended is null limit 1";

    private static final String SAVE = LAZY + "update saga s set state = ?, step = ?, attempt = 0, data = ?::jsonb,"
            + " failure = ?::jsonb, trouble = null, due = now(), lease_until = " + Leases.UNTIL
            + " from lazy where s.id = ? and s.lease = ? returning s.aborting, s.deadline < now() as late";

    private static final String LATER = "update saga set attempt = ?, trouble = ?, due = now() + ?::interval,"
            + " lease = null, lease_owner = null, lease_until = null where id = ? and lease = ?";

    private static final String END = "update saga set state = ?, data = ?::jsonb, failure = ?::jsonb, ended = now(),"
            + " lease = null, lease_owner = null, lease_until = null where id = ? and lease = ?";

    private static final String NEXT =
            "select id from saga where subject = ? and ended is null order by number limit 1";

    private static final String FORGET =
            "delete from saga where id in (select id from saga where ended < now() - ?::interval limit 1000)";

    /// What has happened meanwhile: whether somebody asked to abort, and whether the deadline is past.
    record News(@Nullable String aborting, boolean late) {}

    private final Sql sql;

    Ledger(Sql sql) {
        this.sql = sql;
    }

    <D> List<UUID> begin(Story<D> story, List<Sagas.Beginning<D>> beginnings) {
        return sql.with(BEGIN, insert -> {
            var ids = new ArrayList<UUID>(beginnings.size());
            for (var beginning : beginnings) {
                var id = UUID.randomUUID();
                var data = SagaJson.write(beginning.data());
                set(
                                insert,
                                id,
                                story.name(),
                                beginning.subject(),
                                beginning.share(),
                                data,
                                story.patience().toString())
                        .addBatch();
                ids.add(id);
            }
            insert.executeBatch();
            return ids;
        });
    }

    /// @param spared stories that cannot be aborted
    List<UUID> abort(String subject, String reason, Collection<String> spared) {
        return sql.ids(ABORT, reason, subject, spared);
    }

    boolean isOpen(String subject, String story) {
        return !sql.ids(OPEN, subject, story).isEmpty();
    }

    News save(Taken saga, Progress now) throws LeaseLost {
        var data = SagaJson.write(now.data());
        return sql.with(SAVE, update -> {
                    set(update, now.state().written(), now.step(), data, failure(now), saga.id(), saga.lease());
                    try (var row = update.executeQuery()) {
                        return row.next() ? Optional.of(news(row)) : Optional.<News>empty();
                    }
                })
                .orElseThrow(LeaseLost::new);
    }

    void later(Taken saga, Progress now, String trouble, Duration wait) throws LeaseLost {
        mustHold(sql.update(LATER, now.attempt(), trouble, wait.toString(), saga.id(), saga.lease()));
    }

    void end(Taken saga, Progress now) throws LeaseLost {
        var data = SagaJson.write(now.data());
        mustHold(sql.update(END, now.state().written(), data, failure(now), saga.id(), saga.lease()));
    }

    /// Whose turn it is for this subject.
    Optional<UUID> nextFor(String subject) {
        return sql.ids(NEXT, subject).stream().findFirst();
    }

    /// Drops what ended long ago.
    int forget(Duration age) {
        return sql.update(FORGET, age.toString());
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(row.getString("aborting"), row.getBoolean("late"));
    }

    private static @Nullable String failure(Progress progress) {
        return progress.failure() == null ? null : SagaJson.write(progress.failure());
    }

    private static void mustHold(int rows) throws LeaseLost {
        if (rows == 0) {
            throw new LeaseLost();
        }
    }
}
