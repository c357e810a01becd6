package org.cumulet.inventory.claim;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may claim room: the services that put something there.
enum ClaimRule implements Rule {
    CREATE("inventory:claims:create"),
    DELETE("inventory:claims:delete");

    private final String rule;

    ClaimRule(String rule) {
        this.rule = rule;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Access access() {
        return Access.SERVICE;
    }
}
