package org.cumulet.identity.endpointgroup;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Listed;

/// The groups of endpoints.
@Singleton
class EndpointGroupStore implements PanacheRepositoryBase<EndpointGroup, String> {

    Page<EndpointGroup> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("name", "id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }
}
