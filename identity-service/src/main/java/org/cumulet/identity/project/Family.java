package org.cumulet.identity.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is above and below a project, as far as it was asked for.
record Family(Optional<Relatives> parents, Optional<Relatives> subtree) {

    static final Family NONE = new Family(Optional.empty(), Optional.empty());

    enum Shape {
        LIST,
        IDS
    }

    sealed interface Relatives {

        static Relatives above(Shape shape, List<Project> upwards) {
            return switch (shape) {
                case LIST -> new Listed(upwards);
                case IDS -> new Nested(chain(upwards));
            };
        }

        static Relatives below(Shape shape, String id, List<Project> all) {
            return switch (shape) {
                case LIST -> new Listed(all);
                case IDS -> new Nested(tree(id, all));
            };
        }
    }

    record Listed(List<Project> projects) implements Relatives {}

    /// @param ids each with what comes after it; null where nothing does
    record Nested(@Nullable Map<String, @Nullable Object> ids) implements Relatives {}

    private static @Nullable Map<String, @Nullable Object> chain(List<Project> upwards) {
        if (upwards.isEmpty()) {
            return null;
        }
        var next = new LinkedHashMap<String, @Nullable Object>();
        next.put(upwards.getFirst().id(), chain(upwards.subList(1, upwards.size())));
        return next;
    }

    private static @Nullable Map<String, @Nullable Object> tree(String id, List<Project> all) {
        var children = new LinkedHashMap<String, @Nullable Object>();
        all.stream()
                .filter(project -> project.parentId().equals(Optional.of(id)))
                .forEach(child -> children.put(child.id(), tree(child.id(), all)));
        return children.isEmpty() ? null : children;
    }
}
