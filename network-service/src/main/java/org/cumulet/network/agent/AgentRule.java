package org.cumulet.network.agent;

import static org.cumulet.auth.Access.ADMIN;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may see who does the work.
enum AgentRule implements Rule {
    GET("get_agent", ADMIN),
    GET_DHCP("get_dhcp-agents", ADMIN);

    private final String rule;
    private final Access access;

    AgentRule(String rule, Access access) {
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
