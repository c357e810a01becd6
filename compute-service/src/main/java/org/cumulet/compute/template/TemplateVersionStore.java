package org.cumulet.compute.template;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where the versions of launch templates are kept.
@Singleton
class TemplateVersionStore implements PanacheRepositoryBase<TemplateVersion, TemplateVersion.Id> {

    Optional<TemplateVersion> find(UUID template, int number) {
        return findByIdOptional(new TemplateVersion.Id(template, number));
    }

    /// The oldest first.
    List<TemplateVersion> of(UUID template, int after, int limit) {
        return find("id.template = ?1 and id.number > ?2 order by id.number", template, after)
                .range(0, limit - 1)
                .list();
    }

    long count(UUID template) {
        return count("id.template", template);
    }
}
