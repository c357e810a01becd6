package org.cumulet.database.trove;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may ask for what belongs to a whole server.
enum ServerMatterRule implements Rule {
    LIST_CONFIGURATIONS("configuration:index", Access.PROJECT_READER),
    SHOW_CONFIGURATION("configuration:show", Access.PROJECT_READER),
    CREATE_CONFIGURATION("configuration:create", Access.PROJECT_MEMBER),
    CHANGE_CONFIGURATION("configuration:update", Access.PROJECT_MEMBER),
    DELETE_CONFIGURATION("configuration:delete", Access.PROJECT_MEMBER),
    LIST_LOGS("instance:guest_log_list", Access.PROJECT_READER),
    USE_LOGS("instance:guest_log_details", Access.PROJECT_MEMBER),
    LIST_STRATEGIES("backup_strategy:index", Access.PROJECT_READER),
    CREATE_STRATEGY("backup_strategy:create", Access.PROJECT_MEMBER),
    DELETE_STRATEGY("backup_strategy:delete", Access.PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    ServerMatterRule(String rule, Access access) {
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
