package org.cumulet.database.database;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with databases: members of the project that owns them.
enum DatabaseRule implements Rule {
    LIST("database:databases:index", Access.PROJECT_READER),
    SHOW("database:databases:show", Access.PROJECT_READER),
    DECLARE("database:databases:declare", Access.PROJECT_MEMBER),
    DELETE("database:databases:delete", Access.PROJECT_MEMBER),
    ROTATE("database:users:rotate", Access.PROJECT_MEMBER),
    REVOKE("database:users:revoke", Access.PROJECT_MEMBER),
    DRIFT("database:databases:drift", Access.PROJECT_READER),
    REPAIR("database:databases:repair", Access.PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    DatabaseRule(String rule, Access access) {
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
