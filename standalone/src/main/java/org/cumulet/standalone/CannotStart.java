package org.cumulet.standalone;

import org.jspecify.annotations.Nullable;

/// Why the cloud cannot start here, in one sentence that says what to do.
final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        this(message, null);
    }

    CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
