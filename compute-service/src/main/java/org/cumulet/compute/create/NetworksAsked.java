package org.cumulet.compute.create;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `networks` as it came: a word or a list.
record NetworksAsked(@Nullable String word, @Nullable List<Entry> entries) {

    /// One entry, all of it still text.
    record Entry(
            @Nullable String uuid,
            @Nullable String port,
            @Nullable String fixedIp,
            @Nullable String tag) {}
}
