package org.cumulet.database.schedule;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with schedules: members of the project that owns the database.
enum ScheduleRule implements Rule {
    SHOW("database:schedules:show", Access.PROJECT_READER),
    CHANGE("database:schedules:update", Access.PROJECT_MEMBER),
    DELETE("database:schedules:delete", Access.PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    ScheduleRule(String rule, Access access) {
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
