package org.cumulet.inventory.placement.provider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where providers are kept.
@Singleton
class ProviderStore implements PanacheRepositoryBase<ResourceProvider, UUID> {

    List<ResourceProvider> all() {
        return listAll(Sort.by("id"));
    }

    Optional<ResourceProvider> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Providers that exist, in the one order in which everybody locks them; those who read them are not held up.
    @SuppressWarnings("unchecked") // a native query does not know better
    List<UUID> lock(Collection<UUID> ids) {
        return getEntityManager()
                .createNativeQuery(
                        "select id from resource_provider where id = any(:ids) order by id for no key update",
                        UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    boolean hasChildren(UUID id) {
        return count("parent", id) > 0;
    }

    Optional<ResourceProvider> named(String name) {
        return find("name", name).firstResultOptional();
    }

    List<ResourceProvider> below(UUID root) {
        return list("root", root);
    }
}
