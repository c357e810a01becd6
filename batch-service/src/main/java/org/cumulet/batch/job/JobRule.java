package org.cumulet.batch.job;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with a job.
public enum JobRule implements Rule {
    LIST("batch:jobs:index", Access.PROJECT_READER),
    SHOW("batch:jobs:show", Access.PROJECT_READER),
    CREATE("batch:jobs:create", Access.PROJECT_MEMBER),
    STEER("batch:jobs:steer", Access.PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    JobRule(String rule, Access access) {
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
