package org.cumulet.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cumulet.auth.PolicySource;
import org.cumulet.identity.accessrule.AccessRuleRule;
import org.cumulet.identity.assignment.AssignmentRule;
import org.cumulet.identity.catalog.CatalogRule;
import org.cumulet.identity.credential.CredentialRule;
import org.cumulet.identity.domain.DomainRule;
import org.cumulet.identity.domainconfig.DomainConfigRule;
import org.cumulet.identity.endpoint.EndpointRule;
import org.cumulet.identity.endpointfilter.EndpointFilterRule;
import org.cumulet.identity.endpointgroup.EndpointGroupRule;
import org.cumulet.identity.endpointpolicy.EndpointPolicyRule;
import org.cumulet.identity.grant.GrantRule;
import org.cumulet.identity.group.GroupRule;
import org.cumulet.identity.identityprovider.IdentityProviderRule;
import org.cumulet.identity.identityprovider.ProtocolRule;
import org.cumulet.identity.implication.ImplicationRule;
import org.cumulet.identity.keystone.KeystoneRule;
import org.cumulet.identity.limit.LimitRule;
import org.cumulet.identity.mapping.MappingRule;
import org.cumulet.identity.offering.OfferingRule;
import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policyblob.PolicyBlobRule;
import org.cumulet.identity.project.ProjectRule;
import org.cumulet.identity.region.RegionRule;
import org.cumulet.identity.registeredlimit.RegisteredLimitRule;
import org.cumulet.identity.role.RoleRule;
import org.cumulet.identity.signing.SigningKeyRule;
import org.cumulet.identity.tag.TagRule;
import org.cumulet.identity.token.TokenRule;
import org.cumulet.identity.trust.TrustRule;
import org.cumulet.identity.user.UserRule;
import org.cumulet.identity.usercredential.UserCredentialRule;

/// All rules of identity, which operators may change by their names in a file.
class IdentityPolicy {

    static final List<IdentityRule> RULES = Stream.<IdentityRule[]>of(
                    AccessRuleRule.values(),
                    AssignmentRule.values(),
                    CatalogRule.values(),
                    CredentialRule.values(),
                    DomainConfigRule.values(),
                    DomainRule.values(),
                    EndpointFilterRule.values(),
                    EndpointGroupRule.values(),
                    EndpointPolicyRule.values(),
                    EndpointRule.values(),
                    GrantRule.values(),
                    GroupRule.values(),
                    IdentityProviderRule.values(),
                    ImplicationRule.values(),
                    KeystoneRule.values(),
                    LimitRule.values(),
                    MappingRule.values(),
                    OfferingRule.values(),
                    PolicyBlobRule.values(),
                    ProjectRule.values(),
                    ProtocolRule.values(),
                    RegionRule.values(),
                    RegisteredLimitRule.values(),
                    RoleRule.values(),
                    SigningKeyRule.values(),
                    TagRule.values(),
                    TokenRule.values(),
                    TrustRule.values(),
                    UserCredentialRule.values(),
                    UserRule.values())
            .flatMap(Arrays::stream)
            .toList();

    /// What the rules of Keystone refer to by these names.
    private static final Map<String, String> BASES = Map.of(
            "admin_required", "role:admin",
            "service_role", "role:service",
            "service_or_admin", "rule:admin_required or rule:service_role",
            "owner", "user_id:%(user_id)s",
            "admin_or_owner", "rule:admin_required or rule:owner");

    @Produces
    @Singleton
    PolicySource policy(IdentitySettings settings) {
        return new PolicySource(settings.policyFile().map(Path::of), RULES, BASES);
    }
}
