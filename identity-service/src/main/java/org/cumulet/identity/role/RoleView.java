package org.cumulet.identity.role;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A role as the API shows it.
public record RoleView(
        String id,
        String name,
        @Nullable String domainId,
        @Nullable String description,
        Map<String, Boolean> options,
        Self links,
        @JsonAnyGetter Map<String, Object> extra) {

    public static RoleView of(Role role, Links links) {
        return new RoleView(
                role.id(),
                role.name(),
                role.domainId().orElse(null),
                role.description().orElse(null),
                role.options(),
                new Self(links.to("roles", role.id())),
                role.extra());
    }

    public record One(RoleView role) {}

    public record Many(List<RoleView> roles, @JsonUnwrapped Listed listed) {

        public static Many of(Page<Role> page, Links links) {
            return new Many(page.map(it -> RoleView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
