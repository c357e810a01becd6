package org.cumulet.identity.offering;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Listed;

/// The services of the catalog.
@Singleton
class OfferingStore implements PanacheRepositoryBase<Offering, String> {

    List<Offering> enabled() {
        return list("enabled", Sort.by("type", "name", "id"));
    }

    Optional<Offering> findOfType(String type) {
        return find("type = ?1", Sort.by("id"), type).firstResultOptional();
    }

    Page<Offering> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("type", "name", "id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }
}
