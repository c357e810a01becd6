package org.cumulet.inventory.preparation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a preparation has left a host like.
enum HostIs {
    AS_BEFORE,
    AS_DECLARED,
    /// It could not be asked, or could not undo everything.
    UNKNOWN;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
