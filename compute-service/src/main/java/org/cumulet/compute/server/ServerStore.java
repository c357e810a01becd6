package org.cumulet.compute.server;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where servers are kept. Those that are gone stay as history and are not found.
@Singleton
class ServerStore implements PanacheRepositoryBase<Server, UUID> {

    /// The row itself, held until the transaction ends: moves of one server happen one after the other.
    Optional<Server> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Counted from rows each time: there is no counter that could drift.
    ServerUsage usage(String project) {
        return getEntityManager()
                .createQuery("""
                        select new org.cumulet.compute.server.ServerUsage(
                            count(*), coalesce(sum(flavor.vcpus), 0L), coalesce(sum(flavor.ram), 0L))
                        from Server where project = :project and terminated is null""", ServerUsage.class)
                .setParameter("project", project)
                .getSingleResult();
    }

    List<Server> all(List<UUID> ids) {
        return list("id in ?1", ids);
    }
}
