package org.cumulet.inventory.drift;

import java.util.Locale;
import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may see how hosts have changed behind our back, and have them brought back.
enum DriftRule implements Rule {
    SHOW,
    CHECK,
    REPAIR;

    @Override
    public String rule() {
        return "inventory:drift:" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Access access() {
        return Access.ADMIN;
    }
}
