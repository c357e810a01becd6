package org.cumulet.network.network;

import static org.cumulet.auth.Access.ADMIN;
import static org.cumulet.auth.Access.PROJECT_MEMBER;
import static org.cumulet.auth.Access.PROJECT_READER;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with a network.
enum NetworkRule implements Rule {
    GET("get_network", PROJECT_READER),
    GET_PROVIDER("get_network:provider:network_type", ADMIN),
    CREATE("create_network", PROJECT_MEMBER),
    CREATE_SHARED("create_network:shared", ADMIN),
    CREATE_EXTERNAL("create_network:router:external", ADMIN),
    CREATE_PROVIDER("create_network:provider:network_type", ADMIN),
    UPDATE("update_network", PROJECT_MEMBER),
    UPDATE_SHARED("update_network:shared", ADMIN),
    UPDATE_EXTERNAL("update_network:router:external", ADMIN),
    UPDATE_PROVIDER("update_network:provider:network_type", ADMIN),
    DELETE("delete_network", PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    NetworkRule(String rule, Access access) {
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
