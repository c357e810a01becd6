package org.cumulet.identity.keystone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What came of a dump.
///
/// @param came how many of each kind are here now that were not
/// @param here how many of each kind were here before, by id or by name
/// @param left what did not come, and why
record Report(Map<String, Integer> came, Map<String, Integer> here, List<Left> left) {

    /// @param count how many of this kind, for the same reason, where they are not named one by one
    record Left(String kind, @Nullable String id, @Nullable String name, int count, String why) {}

    Report() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    }

    void came(String kind) {
        came.merge(kind, 1, Integer::sum);
    }

    void here(String kind) {
        here.merge(kind, 1, Integer::sum);
    }

    /// True where it was new.
    boolean count(String kind, boolean isNew) {
        if (isNew) {
            came(kind);
        } else {
            here(kind);
        }
        return isNew;
    }

    void left(String kind, @Nullable String id, @Nullable String name, String why) {
        left.add(new Left(kind, id, name, 1, why));
    }

    void left(String kind, int count, String why) {
        if (count > 0) {
            left.add(new Left(kind, null, null, count, why));
        }
    }

    /// For people.
    String text() {
        var text = new StringBuilder("%-20s %8s %8s%n".formatted("", "came", "here"));
        Set<String> kinds = new TreeSet<>(came.keySet());
        kinds.addAll(here.keySet());
        kinds.forEach(kind ->
                text.append("%-20s %8d %8d%n".formatted(kind, came.getOrDefault(kind, 0), here.getOrDefault(kind, 0))));
        left.forEach(it -> text.append(
                it.id() == null
                        ? "left: %d x %s: %s%n".formatted(it.count(), it.kind(), it.why())
                        : "left: %s %s (%s): %s%n".formatted(it.kind(), it.name(), it.id(), it.why())));
        return text.toString();
    }
}
