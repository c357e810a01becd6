package org.cumulet.compute.flavor;

import static org.cumulet.auth.Access.ADMIN;
import static org.cumulet.auth.Access.ANYBODY;
import static org.cumulet.auth.Access.PROJECT_READER;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with a flavor.
enum FlavorRule implements Rule {
    READ("os_compute_api:flavors", ANYBODY),
    CREATE("os_compute_api:os-flavor-manage:create", ADMIN),
    UPDATE("os_compute_api:os-flavor-manage:update", ADMIN),
    DELETE("os_compute_api:os-flavor-manage:delete", ADMIN),
    LIST_SPECS("os_compute_api:os-flavor-extra-specs:index", PROJECT_READER),
    SHOW_SPEC("os_compute_api:os-flavor-extra-specs:show", PROJECT_READER),
    CREATE_SPECS("os_compute_api:os-flavor-extra-specs:create", ADMIN),
    UPDATE_SPEC("os_compute_api:os-flavor-extra-specs:update", ADMIN),
    DELETE_SPEC("os_compute_api:os-flavor-extra-specs:delete", ADMIN),
    LIST_ACCESS("os_compute_api:os-flavor-access", ADMIN),
    ADD_ACCESS("os_compute_api:os-flavor-access:add_tenant_access", ADMIN),
    REMOVE_ACCESS("os_compute_api:os-flavor-access:remove_tenant_access", ADMIN);

    private final String rule;
    private final Access access;

    FlavorRule(String rule, Access access) {
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
