package org.cumulet.database.quota;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with quotas.
enum QuotaRule implements Rule {
    SHOW("database:quotas:show", Access.PROJECT_READER),
    CHANGE("database:quotas:update", Access.ADMIN);

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
