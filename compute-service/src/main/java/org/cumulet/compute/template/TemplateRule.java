package org.cumulet.compute.template;

import static org.cumulet.auth.Access.PROJECT_MEMBER;
import static org.cumulet.auth.Access.PROJECT_READER;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with the launch templates of a project.
enum TemplateRule implements Rule {
    LIST("index", PROJECT_READER),
    SHOW("show", PROJECT_READER),
    /// Who launches servers reads what their guests read; others do not.
    SEE_USER_DATA("show:user_data", PROJECT_MEMBER),
    CREATE("create", PROJECT_MEMBER),
    CHANGE("update", PROJECT_MEMBER),
    DELETE("delete", PROJECT_MEMBER);

    private final String rule;
    private final Access access;

    TemplateRule(String rule, Access access) {
        this.rule = "compute:launch_templates:" + rule;
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
