package org.cumulet.inventory.history;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may know what has changed on a host.
enum FactHistoryRule implements Rule {
    SHOW;

    @Override
    public String rule() {
        return "inventory:facts:history";
    }

    @Override
    public Access access() {
        return Access.ADMIN;
    }
}
