package org.cumulet.compute.quota;

import static org.cumulet.auth.Access.ADMIN;
import static org.cumulet.auth.Access.ANYBODY;
import static org.cumulet.auth.Access.PROJECT_READER;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with quotas.
enum QuotaRule implements Rule {
    SHOW("os_compute_api:os-quota-sets:show", PROJECT_READER),
    DETAIL("os_compute_api:os-quota-sets:detail", PROJECT_READER),
    DEFAULTS("os_compute_api:os-quota-sets:defaults", ANYBODY),
    UPDATE("os_compute_api:os-quota-sets:update", ADMIN),
    DELETE("os_compute_api:os-quota-sets:delete", ADMIN),
    SHOW_CLASS("os_compute_api:os-quota-class-sets:show", ADMIN),
    UPDATE_CLASS("os_compute_api:os-quota-class-sets:update", ADMIN),
    LIMITS("os_compute_api:limits", ANYBODY),
    LIMITS_OF_OTHERS("os_compute_api:limits:other_project", ADMIN);

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
