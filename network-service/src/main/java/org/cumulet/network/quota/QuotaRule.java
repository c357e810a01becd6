package org.cumulet.network.quota;

import static org.cumulet.auth.Access.ADMIN;
import static org.cumulet.auth.Access.PROJECT_READER;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with quotas.
enum QuotaRule implements Rule {
    LIST("get_quotas", ADMIN),
    GET("get_quota", PROJECT_READER),
    UPDATE("update_quota", ADMIN),
    DELETE("delete_quota", ADMIN);

    private final String rule;
    private final Access access;

    QuotaRule(String rule, Access access) {
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
