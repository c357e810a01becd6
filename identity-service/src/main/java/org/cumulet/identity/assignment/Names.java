package org.cumulet.identity.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import org.cumulet.identity.group.Group;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.user.User;
import org.jspecify.annotations.Nullable;

/// What is known of the things in a list of assignments beside their ids; nothing, unless names were asked for.
record Names(
        Map<String, User> users,
        Map<String, Group> groups,
        Map<String, Role> roles,
        Map<String, Project> places,
        Map<String, Project> domains) {

    static final Names NONE = new Names(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /// An id, with what is known beside it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(String id, @Nullable String name, @Nullable Named domain) {}

    Named user(String id) {
        return Optional.ofNullable(users.get(id))
                .map(it -> new Named(id, it.name(), domain(it.domainId())))
                .orElseGet(() -> new Named(id, null, null));
    }

    Named group(String id) {
        return Optional.ofNullable(groups.get(id))
                .map(it -> new Named(id, it.name(), domain(it.domainId())))
                .orElseGet(() -> new Named(id, null, null));
    }

    Named role(String id) {
        return Optional.ofNullable(roles.get(id))
                .map(it ->
                        new Named(id, it.name(), it.domainId().map(this::domain).orElse(null)))
                .orElseGet(() -> new Named(id, null, null));
    }

    Named project(String id) {
        return Optional.ofNullable(places.get(id))
                .map(it -> new Named(id, it.name(), domain(it.domain())))
                .orElseGet(() -> new Named(id, null, null));
    }

    Named domain(String id) {
        var known = domains.get(id);
        return new Named(id, known == null ? null : known.name(), null);
    }
}
