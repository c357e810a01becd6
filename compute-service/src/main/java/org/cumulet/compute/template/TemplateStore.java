package org.cumulet.compute.template;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where launch templates are kept, by project.
@Singleton
class TemplateStore implements PanacheRepositoryBase<Template, UUID> {

    Optional<Template> named(String project, String name) {
        return find("project = ?1 and name = ?2", project, name).firstResultOptional();
    }

    Optional<Template> withId(String project, UUID id) {
        return find("project = ?1 and id = ?2", project, id).firstResultOptional();
    }

    /// Whoever changes it waits for who changes it already.
    void lock(Template template) {
        getEntityManager().refresh(template, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Template> after(String project, String name, int limit) {
        return find("project = ?1 and name > ?2 order by name", project, name)
                .range(0, limit - 1)
                .list();
    }

    long count(String project) {
        return count("project", project);
    }
}
