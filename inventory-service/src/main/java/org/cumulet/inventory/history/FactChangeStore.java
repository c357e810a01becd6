package org.cumulet.inventory.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where changes are kept: the last thousand of every host.
@Singleton
class FactChangeStore {

    private static final int KEPT = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager database;

    FactChangeStore(@PersistenceUnit("inventory") EntityManager database) {
        this.database = database;
    }

    record Kept(long id, Instant at, FactChange change) {}

    void add(UUID host, List<FactChange> changes, Instant now) {
        database.createNativeQuery("""
                        insert into fact_change (host, path, before, after, at)
                        select :host, path, cast(before as jsonb), cast(after as jsonb), :now
                        from unnest(:paths, :befores, :afters) as it (path, before, after)""")
                .setParameter("host", host)
                .setParameter("paths", changes.stream().map(FactChange::path).toArray(String[]::new))
                .setParameter(
                        "befores",
                        texts(changes.stream().map(FactChange::before).toList()))
                .setParameter(
                        "afters", texts(changes.stream().map(FactChange::after).toList()))
                .setParameter("now", now)
                .executeUpdate();
        database.createNativeQuery("""
                        delete from fact_change where host = :host and id <=
                            (select id from fact_change where host = :host order by id desc offset :kept limit 1)""")
                .setParameter("host", host)
                .setParameter("kept", KEPT)
                .executeUpdate();
    }

    private static String[] texts(List<@Nullable JsonNode> nodes) {
        return nodes.stream().map(node -> node == null ? null : node.toString()).toArray(String[]::new);
    }

    /// The newest first, before one.
    @SuppressWarnings("unchecked") // a native query does not know better
    List<Kept> list(UUID host, @Nullable Long before, int most) {
        var rows = (List<Tuple>) database.createNativeQuery("""
                        select id, at, path, cast(before as text), cast(after as text) from fact_change
                        where host = :host and id < :before order by id desc limit :most""", Tuple.class)
                .setParameter("host", host)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new Kept(
                        row.get(0, Long.class),
                        row.get(1, Instant.class),
                        new FactChange(
                                row.get(2, String.class),
                                node(row.get(3, String.class)),
                                node(row.get(4, String.class)))))
                .toList();
    }

    private static @Nullable JsonNode node(@Nullable String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what we have written", e);
        }
    }
}
