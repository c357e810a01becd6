package org.cumulet.inventory.placement.provider;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What providers have, and what of it is given away: counted, whenever somebody asks.
@Singleton
class InventoryStore {

    private final EntityManager database;

    InventoryStore(@PersistenceUnit("inventory") EntityManager database) {
        this.database = database;
    }

    Map<String, Inventory> of(UUID provider) {
        return of(List.of(provider)).getOrDefault(provider, Map.of());
    }

    Map<UUID, Map<String, Inventory>> of(Collection<UUID> providers) {
        var inventories = new HashMap<UUID, Map<String, Inventory>>();
        rows("""
                select provider, resource_class, total, reserved, min_unit, max_unit, step_size, allocation_ratio
                from inventory where provider = any(:providers)""", providers)
                .forEach(row -> inventories
                        .computeIfAbsent(row.get(0, UUID.class), id -> new TreeMap<>())
                        .put(row.get(1, String.class), inventory(row)));
        return inventories;
    }

    private static Inventory inventory(Tuple row) {
        return new Inventory(
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                row.get(4, Integer.class),
                row.get(5, Integer.class),
                row.get(6, Integer.class),
                row.get(7, Double.class));
    }

    Map<UUID, Map<String, Long>> used(Collection<UUID> providers) {
        var used = new HashMap<UUID, Map<String, Long>>();
        rows("""
                select provider, resource_class, sum(used) from allocation
                where provider = any(:providers) group by provider, resource_class""", providers)
                .forEach(row -> used.computeIfAbsent(row.get(0, UUID.class), id -> new TreeMap<>())
                        .put(row.get(1, String.class), row.get(2, Long.class)));
        return used;
    }

    @SuppressWarnings("unchecked") // a native query does not know better
    private List<Tuple> rows(String query, Collection<UUID> providers) {
        return database.createNativeQuery(query, Tuple.class)
                .setParameter("providers", providers.toArray(UUID[]::new))
                .getResultList();
    }

    void put(UUID provider, String resourceClass, Inventory inventory) {
        database.createNativeQuery("""
                        insert into inventory values
                            (:provider, :class, :total, :reserved, :min, :max, :step, :ratio)
                        on conflict (provider, resource_class) do update set total = :total, reserved = :reserved,
                            min_unit = :min, max_unit = :max, step_size = :step, allocation_ratio = :ratio""")
                .setParameter("provider", provider)
                .setParameter("class", resourceClass)
                .setParameter("total", inventory.total())
                .setParameter("reserved", inventory.reserved())
                .setParameter("min", inventory.minUnit())
                .setParameter("max", inventory.maxUnit())
                .setParameter("step", inventory.stepSize())
                .setParameter("ratio", inventory.allocationRatio())
                .executeUpdate();
    }

    void remove(UUID provider, String resourceClass) {
        database.createNativeQuery("delete from inventory where provider = :provider and resource_class = :class")
                .setParameter("provider", provider)
                .setParameter("class", resourceClass)
                .executeUpdate();
    }

    /// Some of those who hold something of a provider.
    @SuppressWarnings("unchecked") // a native query does not know better
    List<UUID> holders(UUID provider, int most) {
        return database.createNativeQuery(
                        "select distinct consumer from allocation where provider = :provider order by 1 limit :most",
                        UUID.class)
                .setParameter("provider", provider)
                .setParameter("most", most)
                .getResultList();
    }

    long countHolders(UUID provider) {
        return ((Number) database.createNativeQuery(
                                "select count(distinct consumer) from allocation where provider = :provider",
                                Long.class)
                        .setParameter("provider", provider)
                        .getSingleResult())
                .longValue();
    }
}
