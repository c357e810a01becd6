package org.cumulet.inventory.placement.allocation;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who holds how much of what.
@Singleton
class AllocationStore {

    private final EntityManager database;

    AllocationStore(@PersistenceUnit("inventory") EntityManager database) {
        this.database = database;
    }

    List<Held> ofConsumers(Collection<UUID> consumers) {
        return held(
                database.createNativeQuery("""
                        select consumer, provider, resource_class, used from allocation
                        where consumer = any(:consumers) order by provider, resource_class""", Tuple.class).setParameter("consumers", consumers.toArray(UUID[]::new)));
    }

    List<Held> ofProvider(UUID provider) {
        return held(database.createNativeQuery("""
                        select consumer, provider, resource_class, used from allocation
                        where provider = :provider order by consumer, resource_class""", Tuple.class).setParameter("provider", provider));
    }

    @SuppressWarnings("unchecked") // a native query does not know better
    private static List<Held> held(Query query) {
        return ((List<Tuple>) query.getResultList())
                .stream()
                        .map(row -> new Held(
                                row.get(0, UUID.class),
                                row.get(1, UUID.class),
                                row.get(2, String.class),
                                row.get(3, Integer.class)))
                        .toList();
    }

    Map<UUID, Consumer> consumers(Collection<UUID> ids) {
        return consumers(database.createNativeQuery("""
                        select id, project, owner, type, generation, created_at from consumer
                        where id = any(:ids)""", Tuple.class).setParameter("ids", ids.toArray(UUID[]::new)));
    }

    /// Consumers that exist, in the one order in which everybody locks them.
    Map<UUID, Consumer> lockConsumers(Collection<UUID> ids) {
        return consumers(database.createNativeQuery("""
                        select id, project, owner, type, generation, created_at from consumer
                        where id = any(:ids) order by id for update""", Tuple.class).setParameter("ids", ids.toArray(UUID[]::new)));
    }

    /// Consumers after one, in the order of their ids.
    Map<UUID, Consumer> page(@Nullable UUID after, int most) {
        return consumers(database.createNativeQuery("""
                        select id, project, owner, type, generation, created_at from consumer
                        where id > :after order by id limit :most""", Tuple.class)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setParameter("most", most));
    }

    @SuppressWarnings("unchecked") // a native query does not know better
    private static Map<UUID, Consumer> consumers(Query query) {
        return ((List<Tuple>) query.getResultList())
                .stream()
                        .map(row -> new Consumer(
                                row.get(0, UUID.class),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                row.get(3, String.class),
                                row.get(4, Long.class),
                                row.get(5, Instant.class)))
                        .collect(Collectors.toMap(Consumer::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /// Adds consumers (at least one) that do not exist yet; where another transaction adds the same, we wait for its
    /// end.
    void addConsumers(List<Consumer> consumers) {
        database.createNativeQuery("""
                        insert into consumer (id, project, owner, type, generation, created_at)
                        select id, project, owner, type, generation, cast(:now as timestamptz)
                        from unnest(:ids, :projects, :owners, :types, :generations)
                            as it (id, project, owner, type, generation)
                        order by id on conflict do nothing""")
                .setParameter("ids", consumers.stream().map(Consumer::id).toArray(UUID[]::new))
                .setParameter(
                        "projects", consumers.stream().map(Consumer::project).toArray(String[]::new))
                .setParameter("owners", consumers.stream().map(Consumer::user).toArray(String[]::new))
                .setParameter("types", consumers.stream().map(Consumer::type).toArray(String[]::new))
                .setParameter(
                        "generations",
                        consumers.stream().map(Consumer::generation).toArray(Long[]::new))
                .setParameter("now", consumers.getFirst().createdAt())
                .executeUpdate();
    }

    void updateConsumer(AllocationWish wish) {
        database.createNativeQuery("""
                        update consumer set project = :project, owner = :owner, type = coalesce(:type, type),
                            generation = generation + 1 where id = :id""")
                .setParameter("project", wish.project())
                .setParameter("owner", wish.user())
                .setParameter("type", wish.type())
                .setParameter("id", wish.consumer())
                .executeUpdate();
    }

    /// With all that they hold. Returns how many there were.
    int removeConsumers(Collection<UUID> ids) {
        return database.createNativeQuery("delete from consumer where id = any(:ids)")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    void removeHeld(Collection<UUID> consumers) {
        database.createNativeQuery("delete from allocation where consumer = any(:consumers)")
                .setParameter("consumers", consumers.toArray(UUID[]::new))
                .executeUpdate();
    }

    void add(List<Held> held) {
        database.createNativeQuery("""
                        insert into allocation (consumer, provider, resource_class, used)
                        select * from unnest(:consumers, :providers, :classes, :amounts)""")
                .setParameter("consumers", held.stream().map(Held::consumer).toArray(UUID[]::new))
                .setParameter("providers", held.stream().map(Held::provider).toArray(UUID[]::new))
                .setParameter("classes", held.stream().map(Held::resourceClass).toArray(String[]::new))
                .setParameter("amounts", held.stream().map(Held::amount).toArray(Integer[]::new))
                .executeUpdate();
    }

    /// So much of one class, by consumers of one type.
    record Use(String type, String resourceClass, long amount) {}

    /// So many consumers of one type.
    record Count(String type, long consumers) {}

    @SuppressWarnings("unchecked") // a native query does not know better
    List<Use> uses(String project, @Nullable String user) {
        List<Tuple> rows = database.createNativeQuery("""
                        select coalesce(c.type, 'unknown'), a.resource_class, sum(a.used)
                        from allocation a join consumer c on c.id = a.consumer
                        where c.project = :project and (cast(:user as text) is null or c.owner = :user)
                        group by 1, 2 order by 1, 2""", Tuple.class)
                .setParameter("project", project)
                .setParameter("user", user)
                .getResultList();
        return rows.stream()
                .map(row -> new Use(row.get(0, String.class), row.get(1, String.class), row.get(2, Long.class)))
                .toList();
    }

    @SuppressWarnings("unchecked") // a native query does not know better
    List<Count> counts(String project, @Nullable String user) {
        List<Tuple> rows = database.createNativeQuery("""
                        select coalesce(type, 'unknown'), count(*) from consumer
                        where project = :project and (cast(:user as text) is null or owner = :user)
                        group by 1 order by 1""", Tuple.class)
                .setParameter("project", project)
                .setParameter("user", user)
                .getResultList();
        return rows.stream()
                .map(row -> new Count(row.get(0, String.class), row.get(1, Long.class)))
                .toList();
    }
}
