package org.cumulet.network.host;

import static org.cumulet.auth.Access.SERVICE;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may have hosts set up.
enum HostRule implements Rule {
    SYNC("sync_host", SERVICE);

    private final String rule;
    private final Access access;

    HostRule(String rule, Access access) {
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
