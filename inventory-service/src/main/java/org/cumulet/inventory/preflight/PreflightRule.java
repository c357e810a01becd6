package org.cumulet.inventory.preflight;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may have hosts looked into.
enum PreflightRule implements Rule {
    RUN;

    @Override
    public String rule() {
        return "inventory:preflight:run";
    }

    @Override
    public Access access() {
        return Access.ADMIN;
    }
}
