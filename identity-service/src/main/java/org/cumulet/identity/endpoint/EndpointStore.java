package org.cumulet.identity.endpoint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Listed;

/// The endpoints of all services.
@Singleton
class EndpointStore implements PanacheRepositoryBase<Endpoint, String> {

    List<Endpoint> enabled() {
        return list("enabled", Sort.by("serviceId", "regionId", "face", "id"));
    }

    Optional<Endpoint> find(String serviceId, String regionId, Endpoint.Interface face) {
        return find("serviceId = ?1 and regionId = ?2 and face = ?3", serviceId, regionId, face)
                .firstResultOptional();
    }

    Page<Endpoint> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("serviceId", "regionId", "face", "id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }
}
