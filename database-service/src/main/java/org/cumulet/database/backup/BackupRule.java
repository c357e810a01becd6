package org.cumulet.database.backup;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with backups: members of the project whose database it was.
enum BackupRule implements Rule {
    LIST("database:backups:index", Access.PROJECT_READER),
    LIST_ALL("backup:index:all_projects", Access.ADMIN),
    SHOW("database:backups:show", Access.PROJECT_READER),
    CREATE("database:backups:create", Access.PROJECT_MEMBER),
    RESTORE("database:backups:restore", Access.PROJECT_MEMBER),
    VERIFY("database:backups:verify", Access.PROJECT_MEMBER),
    DELETE("database:backups:delete", Access.PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    BackupRule(String rule, Access access) {
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
