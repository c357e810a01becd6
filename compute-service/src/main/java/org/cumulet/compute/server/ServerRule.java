package org.cumulet.compute.server;

import static org.cumulet.auth.Access.ADMIN;
import static org.cumulet.auth.Access.PROJECT_MEMBER;
import static org.cumulet.auth.Access.PROJECT_READER;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with a server.
public enum ServerRule implements Rule {
    LIST("servers:index", PROJECT_READER),
    LIST_ALL("servers:index:get_all_tenants", ADMIN),
    DETAIL("servers:detail", PROJECT_READER),
    DETAIL_ALL("servers:detail:get_all_tenants", ADMIN),
    SHOW("servers:show", PROJECT_READER),
    SEE_HOST("os-extended-server-attributes", ADMIN),
    SEE_HOST_STATUS("servers:show:host_status", ADMIN),
    CREATE("servers:create", PROJECT_MEMBER),
    CREATE_ON_HOST("servers:create:forced_host", ADMIN),
    CREATE_AT_DESTINATION("servers:create:requested_destination", ADMIN),
    CREATE_WITHOUT_DISK("servers:create:zero_disk_flavor", ADMIN),
    CREATE_ON_EXTERNAL_NETWORK("network:attach_external_network", ADMIN),
    UPDATE("servers:update", PROJECT_MEMBER),
    DELETE("servers:delete", PROJECT_MEMBER),
    FORCE_DELETE("os-deferred-delete:force", PROJECT_MEMBER),
    START("servers:start", PROJECT_MEMBER),
    STOP("servers:stop", PROJECT_MEMBER),
    REBOOT("servers:reboot", PROJECT_MEMBER),
    LOCK("os-lock-server:lock", PROJECT_MEMBER),
    UNLOCK("os-lock-server:unlock", PROJECT_MEMBER),
    UNLOCK_OF_ANOTHER("os-lock-server:unlock:unlock_override", ADMIN),
    RESET_STATE("os-admin-actions:reset_state", ADMIN),
    READ_CONSOLE("os-console-output", PROJECT_MEMBER),
    LIST_METADATA("server-metadata:index", PROJECT_READER),
    SHOW_METADATA("server-metadata:show", PROJECT_READER),
    ADD_METADATA("server-metadata:create", PROJECT_MEMBER),
    REPLACE_METADATA("server-metadata:update_all", PROJECT_MEMBER),
    SET_METADATA("server-metadata:update", PROJECT_MEMBER),
    REMOVE_METADATA("server-metadata:delete", PROJECT_MEMBER),
    LIST_TAGS("os-server-tags:index", PROJECT_READER),
    SHOW_TAG("os-server-tags:show", PROJECT_READER),
    REPLACE_TAGS("os-server-tags:update_all", PROJECT_MEMBER),
    ADD_TAG("os-server-tags:update", PROJECT_MEMBER),
    REMOVE_TAG("os-server-tags:delete", PROJECT_MEMBER),
    REMOVE_TAGS("os-server-tags:delete_all", PROJECT_MEMBER),
    LIST_ADDRESSES("ips:index", PROJECT_READER),
    SHOW_ADDRESSES("ips:show", PROJECT_READER),
    LIST_INTERFACES("os-attach-interfaces:list", PROJECT_READER),
    SHOW_INTERFACE("os-attach-interfaces:show", PROJECT_READER),
    LIST_SECURITY_GROUPS("os-security-groups:list", PROJECT_READER),
    LIST_DEEDS("os-instance-actions:list", PROJECT_READER),
    SHOW_DEED("os-instance-actions:show", PROJECT_READER),
    SEE_EVENTS("os-instance-actions:events", ADMIN);

    private final String rule;
    private final Access access;

    ServerRule(String rule, Access access) {
        this.rule = rule.startsWith("network:") ? rule : "os_compute_api:" + rule;
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
