package org.cumulet.api.page;

import java.util.List;
import java.util.function.Function;

/// Part of a list, and whether more follows.
public record Page<T>(List<T> items, boolean more) {

    public Page {
        items = List.copyOf(items);
    }

    /// From a query that asked for one row more than the page holds: so one query answers both questions.
    public static <T> Page<T> of(List<T> rows, int limit) {
        return rows.size() > limit ? new Page<>(rows.subList(0, limit), true) : new Page<>(rows, false);
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), more);
    }
}
