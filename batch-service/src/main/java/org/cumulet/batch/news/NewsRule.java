package org.cumulet.batch.news;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may read which events.
enum NewsRule implements Rule {
    LIST("batch:events:index", Access.PROJECT_READER),
    /// Those of other projects and of the cloud itself too.
    LIST_ALL("batch:events:index:all_projects", Access.SYSTEM_READER);

    private final String rule;
    private final Access access;

    NewsRule(String rule, Access access) {
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
