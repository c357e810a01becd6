package org.cumulet.network.quota;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Where limits of their own are kept, and how much a project has.
@Singleton
class LimitStore implements PanacheRepositoryBase<Limit, Limit.Key> {

    List<Limit> of(String project) {
        return list("projectId", project);
    }

    Optional<Limit> of(String project, Quota quota) {
        return findByIdOptional(new Limit.Key(project, quota.api()));
    }

    List<Limit> everybodys() {
        return list("order by projectId");
    }

    long used(String project, Quota quota) {
        return getEntityManager()
                .createQuery("select count(e) from %s e where e.projectId = ?1".formatted(quota.entity()), Long.class)
                .setParameter(1, project)
                .getSingleResult();
    }
}
