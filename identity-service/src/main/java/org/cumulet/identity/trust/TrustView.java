package org.cumulet.identity.trust;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleView;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A trust as the API shows it; its roles only where one is shown.
record TrustView(
        String id,
        String trustorUserId,
        String trusteeUserId,
        @Nullable String projectId,
        boolean impersonation,
        @Nullable String expiresAt,
        @Nullable Integer remainingUses,
        int redelegationCount,
        @Nullable String redelegatedTrustId,
        @Nullable String deletedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RoleView> roles,
        @JsonInclude(JsonInclude.Include.NON_NULL) Listed.@Nullable Ends rolesLinks,
        Self links) {

    static TrustView of(Trust trust, Links links) {
        return of(trust, null, null, links);
    }

    static TrustView of(Trust trust, List<Role> roles, Links links) {
        var shown = roles.stream().map(it -> RoleView.of(it, links)).toList();
        return of(trust, shown, new Listed.Ends(address(trust, links) + "/roles", null, null), links);
    }

    private static TrustView of(
            Trust trust, @Nullable List<RoleView> roles, Listed.@Nullable Ends rolesLinks, Links links) {
        return new TrustView(
                trust.id(),
                trust.trustorUserId(),
                trust.trusteeUserId(),
                trust.projectId().orElse(null),
                trust.impersonation(),
                trust.expiresAt().map(Times.MICROS_Z::of).orElse(null),
                trust.remainingUses().orElse(null),
                trust.redelegationCount(),
                trust.redelegatedTrustId().orElse(null),
                null,
                roles,
                rolesLinks,
                new Self(address(trust, links)));
    }

    private static String address(Trust trust, Links links) {
        return links.to("OS-TRUST", "trusts", trust.id());
    }

    record One(TrustView trust) {}

    record Many(List<TrustView> trusts, @JsonUnwrapped Listed listed) {

        static Many of(Page<Trust> page, Links links) {
            return new Many(page.map(it -> TrustView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
