package org.cumulet.inventory.drift;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Where it is kept what holds for which host.
@Singleton
class StandardStore implements PanacheRepositoryBase<Standard, UUID> {

    /// Hosts whose time has come; nobody else takes them before it comes again.
    @SuppressWarnings("unchecked") // a native query does not know better
    List<UUID> take(Instant now, Instant next, int most) {
        return getEntityManager()
                .createNativeQuery("""
                        update standard set due_at = :next where host in (
                            select host from standard where due_at <= :now order by due_at limit :most for update skip locked)
                        returning host""", UUID.class)
                .setParameter("now", now)
                .setParameter("next", next)
                .setParameter("most", most)
                .getResultList();
    }
}
