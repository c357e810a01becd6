package org.cumulet.network.securitygroup;

import static org.cumulet.auth.Access.PROJECT_MEMBER;
import static org.cumulet.auth.Access.PROJECT_READER;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with a security group. (What a group lets through is a `SecurityRule`.)
enum SecurityGroupRule implements Rule {
    GET("get_security_group", PROJECT_READER),
    CREATE("create_security_group", PROJECT_MEMBER),
    UPDATE("update_security_group", PROJECT_MEMBER),
    DELETE("delete_security_group", PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    SecurityGroupRule(String rule, Access access) {
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
