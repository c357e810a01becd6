package org.cumulet.network.securityrule;

import static org.cumulet.auth.Access.PROJECT_MEMBER;
import static org.cumulet.auth.Access.PROJECT_READER;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with the rules of a security group.
enum SecurityRuleRule implements Rule {
    GET("get_security_group_rule", PROJECT_READER),
    CREATE("create_security_group_rule", PROJECT_MEMBER),
    DELETE("delete_security_group_rule", PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    SecurityRuleRule(String rule, Access access) {
        this.rule = rule;
        this.access = access;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Access access() {
        return access;
    }
}
