package org.cumulet.compute.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cumulet.api.page.Page;
import org.jspecify.annotations.Nullable;

/// A page of rows under conditions that are known only when the question comes: one query, which goes on after the
/// marker by comparing with its row (keyset paging), so that late pages cost what early ones do.
///
/// Conditions are SQL of ours; what callers say goes into parameters.
public final class PageSelect<T> {

    private final EntityManager entities;
    private final Class<T> type;
    private final String table;
    private final String key;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /// @param key the column that tells rows apart: what a marker names, and the last thing sorted by
    public PageSelect(EntityManager entities, Class<T> type, String table, String key) {
        this.entities = entities;
        this.type = type;
        this.table = table;
        this.key = key;
    }

    public PageSelect<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /// The condition names its one value `:value`.
    public PageSelect<T> where(String condition, Object value) {
        var name = "v" + values.size();
        values.put(name, value);
        return where(condition.replace(":value", ":" + name));
    }

    /// @param orders keys in their order; the row's own key follows by itself, in the direction of the last
    public Page<T> page(List<Order> orders, @Nullable Object marker, int limit) {
        var all = new ArrayList<>(orders);
        all.add(new Order(key, orders.isEmpty() || orders.getLast().ascending()));
        if (marker != null) {
            values.put("marker", marker);
            conditions.add(after(all));
        }
        return Page.of(rows(all, limit + 1), limit);
    }

    /// All rows, in no order.
    public List<T> all() {
        return rows(List.of(), Integer.MAX_VALUE);
    }

    @SuppressWarnings("unchecked") // a native query for a mapped type answers that type
    private List<T> rows(List<Order> orders, int limit) {
        var query = entities.createNativeQuery("select * from " + table + where() + orderBy(orders), type);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String orderBy(List<Order> orders) {
        return orders.isEmpty()
                ? ""
                : " order by " + orders.stream().map(Order::text).collect(Collectors.joining(", "));
    }

    /// Behind the marker's row: one comparison of rows where all keys run in one direction, since an index serves that;
    /// else key by key.
    private String after(List<Order> orders) {
        if (orders.stream().map(Order::ascending).distinct().count() == 1) {
            var keys = orders.stream().map(Order::expression).collect(Collectors.joining(", "));
            return "(%s) %s (%s)".formatted(keys, orders.getFirst().comparison(), ofMarker(keys));
        }
        var cases = new ArrayList<String>();
        var equal = new StringBuilder();
        for (var order : orders) {
            var marked = "(" + ofMarker(order.expression()) + ")";
            cases.add("(%s%s %s %s)".formatted(equal, order.expression(), order.comparison(), marked));
            equal.append("%s = %s and ".formatted(order.expression(), marked));
        }
        return "(" + String.join(" or ", cases) + ")";
    }

    private String ofMarker(String expressions) {
        return "select %s from %s where %s = :marker".formatted(expressions, table, key);
    }
}
