package org.cumulet.inventory.placement.provider;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Which provider is in which aggregates.
@Singleton
class AggregateStore {

    private final EntityManager database;

    AggregateStore(@PersistenceUnit("inventory") EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("unchecked") // a native query does not know better
    Map<UUID, Set<UUID>> of(Collection<UUID> providers) {
        var aggregates = new HashMap<UUID, Set<UUID>>();
        List<Tuple> rows = database.createNativeQuery(
                        "select provider, aggregate from provider_aggregate where provider = any(:providers)",
                        Tuple.class)
                .setParameter("providers", providers.toArray(UUID[]::new))
                .getResultList();
        rows.forEach(row -> aggregates
                .computeIfAbsent(row.get(0, UUID.class), id -> new TreeSet<>())
                .add(row.get(1, UUID.class)));
        return aggregates;
    }

    void replace(UUID provider, Collection<UUID> aggregates) {
        database.createNativeQuery("delete from provider_aggregate where provider = :provider")
                .setParameter("provider", provider)
                .executeUpdate();
        database.createNativeQuery("insert into provider_aggregate select :provider, unnest(:aggregates)")
                .setParameter("provider", provider)
                .setParameter("aggregates", aggregates.toArray(UUID[]::new))
                .executeUpdate();
    }
}
