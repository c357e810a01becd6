package org.cumulet.compute.server;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.compute.store.PageSelect;
import org.hibernate.exception.DataException;
import org.jspecify.annotations.Nullable;

/// Where servers are kept. Those that are gone stay as history and are not found.
@Singleton
class ServerStore implements PanacheRepositoryBase<Server, UUID> {

    private static final String BAD_PATTERN = "2201B";

    /// The row itself, held until the transaction ends: moves of one server happen one after the other.
    Optional<Server> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// @param project whose servers; null for everybody's
    Page<Server> page(@Nullable String project, ServerQuery query, @Nullable UUID marker, int limit) {
        var select = new PageSelect<>(getEntityManager(), Server.class, "server", "id");
        if (project != null) {
            select.where("project = :value", project);
        }
        query.conditions().forEach(condition -> condition.addTo(select));
        try {
            return select.page(query.orders(), marker, limit);
        } catch (DataException e) {
            if (BAD_PATTERN.equals(e.getSQLState())) {
                throw new Fault.BadRequest("Invalid filter: this is no regular expression");
            }
            throw e;
        }
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

    List<Server> on(UUID host) {
        return list("host.id = ?1 and terminated is null", host);
    }

    Map<UUID, HostLoad> loads() {
        return getEntityManager()
                .createQuery("""
                        select new org.cumulet.compute.server.HostLoad(
                            host.id, count(*), sum(flavor.vcpus), sum(flavor.ram), sum(flavor.disk + flavor.ephemeral))
                        from Server where terminated is null and host.id is not null group by host.id""", HostLoad.class)
                .getResultStream()
                .collect(Collectors.toMap(HostLoad::host, Function.identity()));
    }

    /// Those that were there between these moments.
    ///
    /// @param project whose servers; null for everybody's
    List<ServerTime> between(@Nullable String project, Instant start, Instant end) {
        return getEntityManager()
                .createQuery("""
                        select new org.cumulet.compute.server.ServerTime(
                            id, project, name, flavor.name, flavor.vcpus, flavor.ram, flavor.disk + flavor.ephemeral,
                            cast(state.vm as String), created, terminated)
                        from Server
                        where (:project is null or project = :project)
                            and created < :end and (terminated is null or terminated > :start)
                        order by project, created, id""", ServerTime.class)
                .setParameter("project", project)
                .setParameter("start", start)
                .setParameter("end", end)
                .getResultList();
    }

    List<Server> all(List<UUID> ids) {
        return list("id in ?1", ids);
    }
}
