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

/// Which provider has which traits.
@Singleton
class TraitStore {

    private final EntityManager database;

    TraitStore(@PersistenceUnit("inventory") EntityManager database) {
        this.database = database;
    }

    Set<String> of(UUID provider) {
        return of(List.of(provider)).getOrDefault(provider, Set.of());
    }

    @SuppressWarnings("unchecked") // a native query does not know better
    Map<UUID, Set<String>> of(Collection<UUID> providers) {
        var traits = new HashMap<UUID, Set<String>>();
        List<Tuple> rows = database.createNativeQuery(
                        "select provider, trait from provider_trait where provider = any(:providers)", Tuple.class)
                .setParameter("providers", providers.toArray(UUID[]::new))
                .getResultList();
        rows.forEach(row -> traits.computeIfAbsent(row.get(0, UUID.class), id -> new TreeSet<>())
                .add(row.get(1, String.class)));
        return traits;
    }

    void replace(UUID provider, Collection<String> traits) {
        database.createNativeQuery("delete from provider_trait where provider = :provider")
                .setParameter("provider", provider)
                .executeUpdate();
        database.createNativeQuery("insert into provider_trait select :provider, unnest(:traits)")
                .setParameter("provider", provider)
                .setParameter("traits", traits.toArray(String[]::new))
                .executeUpdate();
    }

    /// Traits that at least one provider has.
    @SuppressWarnings("unchecked") // a native query does not know better
    Set<String> inUse() {
        return Set.copyOf(database.createNativeQuery("select distinct trait from provider_trait", String.class)
                .getResultList());
    }
}
