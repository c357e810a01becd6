package org.cumulet.network.wire;

import java.util.List;
import java.util.function.Function;

/// Part of a list, and whether more follows in the direction it was read.
public record Slice<T>(List<T> items, boolean more) {

    public Slice {
        items = List.copyOf(items);
    }

    public <R> Slice<R> map(Function<List<T>, List<R>> view) {
        return new Slice<>(view.apply(items), more);
    }
}
