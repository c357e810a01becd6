package org.cumulet.database.instance;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with instances. What is in them has rules of its own, the same at every face.
public enum InstanceRule implements Rule {
    LIST("instance:index", Access.PROJECT_READER),
    SHOW("instance:show", Access.PROJECT_READER),
    CREATE("instance:create", Access.PROJECT_MEMBER),
    UPDATE("instance:update", Access.PROJECT_MEMBER),
    RESIZE("instance:resize_volume", Access.PROJECT_MEMBER),
    DELETE("instance:delete", Access.PROJECT_MEMBER),
    ROOT_SHOW("instance:extension:root:index", Access.PROJECT_READER),
    ROOT_CREATE("instance:extension:root:create", Access.PROJECT_MEMBER),
    ROOT_DELETE("instance:extension:root:delete", Access.PROJECT_MEMBER),
    RESET("instance:reset_status", Access.ADMIN),
    MANAGE("instance:mgmt", Access.ADMIN);

    private final String rule;
    private final Access access;

    InstanceRule(String rule, Access access) {
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
