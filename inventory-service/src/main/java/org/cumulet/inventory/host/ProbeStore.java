package org.cumulet.inventory.host;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// When hosts are looked at next, and who looks at them now. Several processes may take from here.
@Singleton
class ProbeStore {

    private final EntityManager database;

    ProbeStore(@PersistenceUnit("inventory") EntityManager database) {
        this.database = database;
    }

    /// Looked at by now; whatever is found by those who look already counts no more.
    void schedule(Collection<UUID> hosts, Instant due) {
        database.createNativeQuery("""
                        insert into probe (host, due_at, misses) select unnest(:hosts), :due, 0
                        on conflict (host) do update set due_at = excluded.due_at""")
                .setParameter("hosts", hosts.toArray(UUID[]::new))
                .setParameter("due", due)
                .executeUpdate();
    }

    /// Whoever changes a host has its probe first, so that nobody waits in a circle.
    void lock(UUID host) {
        database.createNativeQuery("select host from probe where host = :host for update", UUID.class)
                .setParameter("host", host)
                .getResultList();
    }

    /// Hosts whose time has come and that nobody looks at; they are ours until the lease ends.
    @SuppressWarnings("unchecked") // a native query does not know better
    List<UUID> take(UUID lease, Instant now, Duration time, int most) {
        return database.createNativeQuery("""
                        update probe set lease = :lease, leased_until = :until
                        where host in (
                            select host from probe
                            where due_at <= :now and (leased_until is null or leased_until < :now)
                            order by due_at limit :most for update skip locked)
                        returning host""", UUID.class)
                .setParameter("lease", lease)
                .setParameter("until", now.plus(time))
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
    }

    /// How often in a row the host has not answered; nothing where it is not ours any more, or is wanted anew.
    @SuppressWarnings("unchecked") // a native query does not know better
    List<Integer> missesOfOurs(ProbeOrder order) {
        return database.createNativeQuery("""
                        select misses from probe
                        where host = :host and lease = :lease and due_at <= :begun for update""", Integer.class)
                .setParameter("host", order.host().id())
                .setParameter("lease", order.lease())
                .setParameter("begun", order.begun())
                .getResultList();
    }

    /// The host is nobody's again. One that was wanted anew while we looked stays wanted.
    void giveBack(ProbeOrder order, Instant due, int misses) {
        database.createNativeQuery("""
                        update probe set lease = null, leased_until = null, misses = :misses,
                            due_at = case when due_at > :begun then due_at else :due end
                        where host = :host and lease = :lease""")
                .setParameter("host", order.host().id())
                .setParameter("lease", order.lease())
                .setParameter("misses", misses)
                .setParameter("begun", order.begun())
                .setParameter("due", due)
                .executeUpdate();
    }
}
