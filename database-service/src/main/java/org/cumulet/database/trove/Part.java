package org.cumulet.database.trove;

import java.util.List;
import java.util.function.Function;
import org.cumulet.api.page.PageQuery;

/// Part of a list that is bounded by a quota: clients that read on from it ask by the name of the instance, which is no
/// address, so a part is large.
record Part<T>(List<T> items, boolean more, String marker) {

    private static final int MAX = 1000;

    static <T> Part<T> of(List<T> all, Function<T, String> key, PageQuery query) {
        var limit = query.limit(MAX);
        var marker = query.marker().orElse("");
        var rest = all.stream()
                .dropWhile(item -> !marker.isEmpty() && !key.apply(item).equals(marker))
                .skip(marker.isEmpty() ? 0 : 1)
                .toList();
        var items = rest.stream().limit(limit).toList();
        return new Part<>(
                items,
                !items.isEmpty() && rest.size() > items.size(),
                items.isEmpty() ? "" : key.apply(items.getLast()));
    }
}
