package org.cumulet.network.wire;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;

/// Pages through one kind of entity by key: one query per page, however deep in the list it is.
public final class Listing<T> {

    /// More than this are never read at once.
    static final int MOST = 10_000;

    private final Supplier<EntityManager> entities;
    private final Class<T> type;
    private final Attributes attributes;

    public Listing(Supplier<EntityManager> entities, Class<T> type, Attributes attributes) {
        this.entities = entities;
        this.type = type;
        this.attributes = attributes;
    }

    /// A page of those that the caller may see.
    public Slice<T> page(ListQuery query, Condition scope) {
        var limit = Math.min(query.limit() == null ? MOST : query.limit(), MOST);
        var order = order(query);
        var condition = scope.and(attributes.filter(query.filters())).and(beyond(query, order, scope));
        var rows = query(
                        "select e from %s e where %s order by %s".formatted(type.getSimpleName(), "%s", by(order)),
                        condition,
                        type)
                .setMaxResults(limit + 1)
                .getResultList();
        var more = rows.size() > limit;
        var items = new ArrayList<>(more ? rows.subList(0, limit) : rows);
        if (query.reverse()) {
            Collections.reverse(items);
        }
        return new Slice<>(items, more);
    }

    private record Key(String expression, boolean descending) {}

    private List<Key> order(ListQuery query) {
        var order = new ArrayList<Key>();
        if (query.sorts().isEmpty()) {
            order.add(new Key("e.createdAt", query.reverse()));
        }
        for (var sort : query.sorts()) {
            order.add(new Key(attributes.sortedBy(sort.key()), sort.descending() != query.reverse()));
        }
        order.add(new Key("e.id", query.reverse()));
        return order;
    }

    private static String by(List<Key> order) {
        return order.stream()
                .map(key -> key.expression + (key.descending ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /// `(a, b, id)` behind those of the marker, written out since the directions may differ.
    private Condition beyond(ListQuery query, List<Key> order, Condition scope) {
        if (query.marker() == null) {
            return Condition.ALWAYS;
        }
        var values = marker(query.marker(), order, scope);
        var ways = new ArrayList<Condition>();
        for (var last = 0; last < order.size(); last++) {
            var parts = new ArrayList<Condition>();
            for (var i = 0; i < last; i++) {
                parts.add(Condition.of(order.get(i).expression + " = ?", values[i]));
            }
            var comparison = order.get(last).descending ? " < ?" : " > ?";
            parts.add(Condition.of(order.get(last).expression + comparison, values[last]));
            ways.add(Condition.all(parts));
        }
        return Condition.any(ways);
    }

    private Object[] marker(String marker, List<Key> order, Condition scope) {
        var select = order.stream().map(Key::expression).collect(Collectors.joining(", "));
        return Ids.parse(marker)
                .flatMap(id -> query(
                                "select %s from %s e where %s".formatted(select, type.getSimpleName(), "%s"),
                                scope.and(Condition.of("e.id = ?", id)),
                                Object[].class)
                        .getResultStream()
                        .findFirst())
                .filter(values -> List.of(values).stream().allMatch(Objects::nonNull))
                .orElseThrow(() -> new Fault.NotFound(type.getSimpleName(), Body.cut(marker)));
    }

    private <R> TypedQuery<R> query(String text, Condition condition, Class<R> result) {
        var query = entities.get().createQuery(text.formatted(condition.numbered()), result);
        for (var i = 0; i < condition.values().size(); i++) {
            query.setParameter(i + 1, condition.values().get(i));
        }
        return query;
    }
}
