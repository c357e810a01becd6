package org.cumulet.database.install;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with installations: operators.
enum InstallationRule implements Rule {
    LIST("database:installations:index"),
    SHOW("database:installations:show"),
    CREATE("database:installations:create");

    private final String rule;

    InstallationRule(String rule) {
        this.rule = rule;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Access access() {
        return Access.ADMIN;
    }
}
