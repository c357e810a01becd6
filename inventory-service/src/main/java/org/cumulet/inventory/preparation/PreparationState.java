package org.cumulet.inventory.preparation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a preparation is.
public enum PreparationState {
    QUEUED,
    /// It is seen what is there.
    LOOKING,
    APPLYING,
    /// All is done; it is seen whether the host can still be reached.
    CONFIRMING,
    /// All is as declared; something was changed for that.
    PREPARED,
    /// All was as declared already.
    UNCHANGED,
    /// A dry run: it is known what would be changed.
    PLANNED,
    FAILED,
    CANCELLED,
    /// On its way back, because somebody asked for that.
    UNDOING,
    UNDONE;

    boolean isOver() {
        return switch (this) {
            case QUEUED, LOOKING, APPLYING, CONFIRMING, UNDOING -> false;
            case PREPARED, UNCHANGED, PLANNED, FAILED, CANCELLED, UNDONE -> true;
        };
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
