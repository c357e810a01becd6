package org.cumulet.compute.hosting;

import static org.cumulet.auth.Access.ADMIN;
import static org.cumulet.auth.Access.ANYBODY;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may know what of hosts.
enum HostingRule implements Rule {
    LIST_ZONES("os-availability-zone:list", ANYBODY),
    DETAIL_ZONES("os-availability-zone:detail", ADMIN),
    LIST_HYPERVISORS("os-hypervisors:list", ADMIN),
    DETAIL_HYPERVISORS("os-hypervisors:list-detail", ADMIN),
    SHOW_HYPERVISOR("os-hypervisors:show", ADMIN),
    STATISTICS("os-hypervisors:statistics", ADMIN),
    LIST_SERVICES("os-services:list", ADMIN),
    UPDATE_SERVICE("os-services:update", ADMIN);

    private final String rule;
    private final Access access;

    HostingRule(String rule, Access access) {
        this.rule = "os_compute_api:" + rule;
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
