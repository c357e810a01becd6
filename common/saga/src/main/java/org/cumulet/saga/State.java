package org.cumulet.saga;

import java.util.Locale;

/// What a saga is doing, as the ledger writes it.
enum State {
    RUNNING,
    UNDOING,
    DONE,
    FAILED;

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State read(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    boolean isOver() {
        return switch (this) {
            case RUNNING, UNDOING -> false;
            case DONE, FAILED -> true;
        };
    }
}
