package org.cumulet.identity.grant;

import java.util.Optional;

/// Where a role is held.
public sealed interface Place {

    record Project(String id) implements Place {}

    record Domain(String id) implements Place {}

    record System() implements Place {}

    /// By the word that paths have for its kind.
    static Place of(String kind, String id) {
        return kind.equals("domains") ? new Domain(id) : new Project(id);
    }

    /// As the database names it.
    default String kind() {
        return switch (this) {
            case Project _ -> "PROJECT";
            case Domain _ -> "DOMAIN";
            case System _ -> "SYSTEM";
        };
    }

    /// The project or domain.
    default Optional<String> node() {
        return switch (this) {
            case Project(var id) -> Optional.of(id);
            case Domain(var id) -> Optional.of(id);
            case System _ -> Optional.empty();
        };
    }
}
