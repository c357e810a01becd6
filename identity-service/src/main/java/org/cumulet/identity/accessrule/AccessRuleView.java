package org.cumulet.identity.accessrule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;

/// An access rule as the API shows it.
record AccessRuleView(String id, String service, String method, String path, Self links) {

    static AccessRuleView of(UserAccessRule rule, Links links) {
        var says = rule.rule();
        return new AccessRuleView(
                rule.id(),
                says.service(),
                says.method(),
                says.path(),
                new Self(links.to("users", rule.userId(), "access_rules", rule.id())));
    }

    record One(AccessRuleView accessRule) {}

    record Many(
            List<AccessRuleView> accessRules, @JsonUnwrapped Listed listed) {

        static Many of(Page<UserAccessRule> page, Links links) {
            return new Many(page.map(it -> AccessRuleView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
