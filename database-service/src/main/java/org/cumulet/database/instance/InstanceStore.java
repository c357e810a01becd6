package org.cumulet.database.instance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where instances are kept.
@Singleton
class InstanceStore implements PanacheRepositoryBase<Instance, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    Optional<Instance> of(String project, UUID server) {
        return find("project = ?1 and server = ?2", project, server).firstResultOptional();
    }

    Optional<Instance> withId(String project, UUID id) {
        return find("project = ?1 and id = ?2", project, id).firstResultOptional();
    }

    /// @param project null for those of all projects
    List<Instance> after(@Nullable String project, @Nullable UUID id, int limit) {
        var from = id == null ? FIRST : id;
        var query = project == null
                ? find("id > ?1 order by id", from)
                : find("project = ?1 and id > ?2 order by id", project, from);
        return query.range(0, limit - 1).list();
    }

    long count(String project) {
        return count("project", project);
    }

    long volume(String project) {
        return getEntityManager()
                .createQuery("select coalesce(sum(volumeGb), 0) from Instance where project = ?1", Long.class)
                .setParameter(1, project)
                .getSingleResult();
    }
}
