package org.cumulet.compute.usage;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may know what was used.
enum UsageRule implements Rule {
    LIST("os_compute_api:os-simple-tenant-usage:list", Access.ADMIN),
    SHOW("os_compute_api:os-simple-tenant-usage:show", Access.PROJECT_READER);

    private final String rule;
    private final Access access;

    UsageRule(String rule, Access access) {
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
