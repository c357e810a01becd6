package org.cumulet.network.availability;

import static org.cumulet.auth.Access.ADMIN;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may see how many addresses are left.
enum AvailabilityRule implements Rule {
    GET("get_network_ip_availability", ADMIN);

    private final String rule;
    private final Access access;

    AvailabilityRule(String rule, Access access) {
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
