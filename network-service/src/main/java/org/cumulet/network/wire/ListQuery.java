package org.cumulet.network.wire;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// What a caller wants of a list: which things, which of their attributes, in which order, which page.
///
/// @param filters attribute to accepted values; all attributes must match, one value of each
/// @param fields attributes to show; all of them when empty
/// @param limit how many per page, if the caller said so
/// @param marker id of the last thing of the page before
/// @param reverse the page before the marker rather than the one after it
public record ListQuery(
        Map<String, List<String>> filters,
        Set<String> fields,
        List<Sort> sorts,
        @Nullable Integer limit,
        @Nullable String marker,
        boolean reverse) {

    /// One attribute to sort by.
    public record Sort(String key, boolean descending) {}

    private static final int MOST_VALUES = 1_000;
    private static final Set<String> NOT_FILTERS =
            Set.of("fields", "sort_key", "sort_dir", "limit", "marker", "page_reverse");

    public static ListQuery of(MultivaluedMap<String, String> parameters) {
        var filters = new LinkedHashMap<String, List<String>>();
        parameters.forEach((key, values) -> {
            if (!NOT_FILTERS.contains(key)) {
                filters.put(key, List.copyOf(values));
            }
        });
        if (filters.values().stream().mapToInt(List::size).sum() > MOST_VALUES) {
            throw new Fault.BadRequest("A list takes at most %d filters".formatted(MOST_VALUES));
        }
        return new ListQuery(
                filters,
                fields(parameters),
                sorts(parameters),
                limit(parameters.getFirst("limit")),
                parameters.getFirst("marker"),
                truth(
                        "page_reverse",
                        Optional.ofNullable(parameters.getFirst("page_reverse")).orElse("false")));
    }

    /// The attributes to show, for a thing asked for by its id as well.
    public static Set<String> fields(MultivaluedMap<String, String> parameters) {
        return Set.copyOf(parameters.getOrDefault("fields", List.of()));
    }

    /// The same with other filters.
    public ListQuery with(Map<String, List<String>> others) {
        return new ListQuery(others, fields, sorts, limit, marker, reverse);
    }

    /// The values of one filter.
    public List<String> filter(String key) {
        return filters.getOrDefault(key, List.of());
    }

    /// @throws Fault.BadRequest for anything but `true`, `True`, `1`, `false`, `False`, `0`
    static boolean truth(String key, String value) {
        return switch (value) {
            case "true", "True", "TRUE", "1" -> true;
            case "false", "False", "FALSE", "0" -> false;
            default ->
                throw new Fault.BadRequest("Invalid input for operation: '%s' cannot be converted to boolean for %s."
                                .formatted(Body.cut(value), key))
                        .named("InvalidInput");
        };
    }

    private static @Nullable Integer limit(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Fault.BadRequest("Limit must be an integer 0 or greater and not '%s'".formatted(Body.cut(text)));
        }
        var limit = Integer.parseInt(text);
        return limit == 0 ? null : Integer.valueOf(limit);
    }

    private static List<Sort> sorts(MultivaluedMap<String, String> parameters) {
        var keys = parameters.getOrDefault("sort_key", List.of());
        var directions = parameters.getOrDefault("sort_dir", List.of());
        if (!directions.isEmpty() && directions.size() != keys.size()) {
            throw new Fault.BadRequest("The number of sort_keys and sort_dirs must be same");
        }
        var sorts = new ArrayList<Sort>();
        for (var i = 0; i < keys.size(); i++) {
            sorts.add(new Sort(keys.get(i), !directions.isEmpty() && descending(directions.get(i))));
        }
        return List.copyOf(sorts);
    }

    private static boolean descending(String direction) {
        return switch (direction) {
            case "asc" -> false;
            case "desc" -> true;
            default ->
                throw new Fault.BadRequest(
                        "The sort_dir must be asc or desc and not '%s'".formatted(Body.cut(direction)));
        };
    }
}
