package org.cumulet.compute.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.store.Order;

/// `sort_key` and `sort_dir`, given in pairs; a missing direction is the one before it, or else descending.
public final class SortQuery {

    private SortQuery() {}

    /// @param known SQL by the names the API has
    /// @param first the direction of a key without one
    public static List<Order> orders(
            List<String> keys, List<String> directions, Map<String, String> known, boolean first) {
        if (directions.size() > keys.size() && !(keys.isEmpty() && directions.size() == 1)) {
            throw new Fault.BadRequest("Sort direction size exceeds sort key size");
        }
        var ascending = first;
        var orders = new ArrayList<Order>();
        for (var at = 0; at < keys.size(); at++) {
            var expression = known.get(keys.get(at));
            if (expression == null) {
                throw new Fault.BadRequest("Invalid input for query parameters sort_key. Value: " + keys.get(at));
            }
            ascending = at < directions.size() ? isAscending(directions.get(at)) : ascending;
            orders.add(new Order(expression, ascending));
        }
        return orders;
    }

    /// @throws Fault.BadRequest when it is neither `asc` nor `desc`
    public static boolean isAscending(String direction) {
        return switch (direction) {
            case "asc" -> true;
            case "desc" -> false;
            default -> throw new Fault.BadRequest("Invalid input for query parameters sort_dir. Value: " + direction);
        };
    }
}
