package org.cumulet.network.subnet;

import static org.cumulet.auth.Access.PROJECT_MEMBER;
import static org.cumulet.auth.Access.PROJECT_READER;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with a subnet.
enum SubnetRule implements Rule {
    GET("get_subnet", PROJECT_READER),
    CREATE("create_subnet", PROJECT_MEMBER),
    UPDATE("update_subnet", PROJECT_MEMBER),
    DELETE("delete_subnet", PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    SubnetRule(String rule, Access access) {
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
