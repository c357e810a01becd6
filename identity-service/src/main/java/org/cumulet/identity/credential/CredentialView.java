package org.cumulet.identity.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.identity.accessrule.UserAccessRule;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// An application credential as the API shows it; its secret only when it is made.
record CredentialView(
        String id,
        String name,
        @Nullable String description,
        String projectId,
        String userId,
        List<RoleRef> roles,
        @Nullable String expiresAt,
        boolean unrestricted,
        @Nullable String system,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RuleRef> accessRules,
        Self links) {

    record RuleRef(String id, String service, String method, String path) {

        static RuleRef of(UserAccessRule rule) {
            var says = rule.rule();
            return new RuleRef(rule.id(), says.service(), says.method(), says.path());
        }
    }

    record RoleRef(String id, String name, @Nullable String domainId) {}

    static CredentialView of(
            ApplicationCredential credential,
            List<Role> roles,
            List<UserAccessRule> rules,
            @Nullable String secret,
            Links links) {
        return new CredentialView(
                credential.id(),
                credential.name(),
                credential.description().orElse(null),
                credential.projectId(),
                credential.userId(),
                roles.stream()
                        .filter(role -> credential.roleIds().contains(role.id()))
                        .map(role -> new RoleRef(
                                role.id(), role.name(), role.domainId().orElse(null)))
                        .toList(),
                credential.expiresAt().map(Times.MICROS::of).orElse(null),
                credential.isUnrestricted(),
                null,
                secret,
                rules.stream()
                        .filter(rule -> credential.accessRuleIds().contains(rule.id()))
                        .map(RuleRef::of)
                        .toList(),
                new Self(links.to("users", credential.userId(), "application_credentials", credential.id())));
    }

    record One(CredentialView applicationCredential) {}

    record Many(
            List<CredentialView> applicationCredentials,
            @JsonUnwrapped Listed listed) {

        static Many of(Page<ApplicationCredential> page, List<Role> roles, List<UserAccessRule> rules, Links links) {
            return new Many(
                    page.map(it -> CredentialView.of(it, roles, rules, null, links))
                            .items(),
                    Listed.of(page, links));
        }
    }
}
