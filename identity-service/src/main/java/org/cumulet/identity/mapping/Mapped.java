package org.cumulet.identity.mapping;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a mapping makes of claims.
///
/// @param users of whom the first counts
/// @param groupIds groups by id
/// @param groups groups by name
public record Mapped(List<User> users, List<String> groupIds, List<Group> groups, List<Project> projects) {

    /// @param id of the provider's own; null where the name serves
    /// @param domain null where it is the provider's
    /// @param local whether identity knows the user already
    public record User(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable Domain domain,
            boolean local) {}

    /// @param domain null where it is the provider's
    public record Group(String name, @Nullable Domain domain) {}

    /// @param domain null where it is the provider's
    /// @param roles their names
    public record Project(String name, @Nullable Domain domain, List<String> roles) {}

    /// By id, or by name.
    public record Domain(@Nullable String id, @Nullable String name) {}

    Mapped and(Mapped other) {
        return new Mapped(
                both(users, other.users),
                both(groupIds, other.groupIds),
                both(groups, other.groups),
                both(projects, other.projects));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
