package org.cumulet.inventory.audit;

import org.cumulet.auth.Access;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Rule;
import org.cumulet.auth.Target;

/// Who may see what everybody holds.
enum AuditRule implements Rule {
    SHOW;

    @Override
    public String rule() {
        return "inventory:audit:show";
    }

    @Override
    public Access access() {
        return Access.ADMIN;
    }

    @Override
    public boolean allows(Caller caller, Target target) {
        return caller.isService() || Rule.super.allows(caller, target);
    }
}
