package org.cumulet.network.host;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cumulet.network.record.Rows;

/// Which hosts have something to do.
@Singleton
class RealisedHostStore implements PanacheRepositoryBase<RealisedHost, String> {

    /// A host that does not answer keeps its pause, so that changes do not make it cost more.
    private static final String CHANGED = """
            insert into realised_host (id, changes, synced_changes, due_at, attempts, created_at)
            values (?1, 1, 0, ?2, 0, ?3)
            on conflict (id) do update set
                changes = realised_host.changes + 1,
                due_at = case when realised_host.attempts > 0 then realised_host.due_at
                    else least(realised_host.due_at, excluded.due_at) end""";

    private static final String DUE = """
            update realised_host set due_at = ?2
            where id in (select id from realised_host where due_at <= ?1
                order by due_at limit ?3 for update skip locked)
            returning id""";

    /// In one order for all, so that nobody waits for anybody in a circle.
    void changed(Collection<String> hosts, Instant now, Duration settle) {
        hosts.stream()
                .distinct()
                .sorted()
                .forEach(host -> getEntityManager()
                        .createNativeQuery(CHANGED)
                        .setParameter(1, host)
                        .setParameter(2, now.plus(settle))
                        .setParameter(3, now)
                        .executeUpdate());
    }

    /// Those whose time has come; nobody else gets them before `until`.
    List<String> due(Instant now, Instant until, int most) {
        return getEntityManager()
                .createNativeQuery(DUE, String.class)
                .setParameter(1, now)
                .setParameter(2, until)
                .setParameter(3, most)
                .getResultList();
    }

    Optional<RealisedHost> lock(String id) {
        return Rows.lock(getEntityManager(), RealisedHost.class, id);
    }

    long changes(String id) {
        return findByIdOptional(id).map(RealisedHost::changes).orElse(0L);
    }

    /// From here on the transaction sees the database as it is now.
    void freeze() {
        getEntityManager()
                .createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
    }

    /// Microseconds by the database's clock, which all processes share.
    long generation() {
        return (Long) getEntityManager()
                .createNativeQuery("select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)", Long.class)
                .getSingleResult();
    }
}
