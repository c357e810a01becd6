package org.cumulet.inventory.preparation;

import java.util.Locale;
import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may have hosts changed, and see what was changed.
public enum PreparationRule implements Rule {
    CREATE,
    INDEX,
    SHOW,
    CANCEL,
    UNDO;

    @Override
    public String rule() {
        return "inventory:preparations:" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Access access() {
        return Access.ADMIN;
    }
}
