package org.cumulet.database.server;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with database servers: operators.
enum ServerRule implements Rule {
    LIST("database:servers:index"),
    SHOW("database:servers:show"),
    REGISTER("database:servers:create"),
    CHECK("database:servers:check"),
    ROTATE("database:servers:rotate"),
    DELETE("database:servers:delete");

    private final String rule;

    ServerRule(String rule) {
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
