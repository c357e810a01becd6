package org.cumulet.saga;

import org.jspecify.annotations.Nullable;

/// A step that may succeed when it is tried again.
///
/// The reason is shown to whoever asked for the work if the attempts run out, the details to operators only.
public class Retry extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final @Nullable String details;

    public Retry(String reason) {
        this(reason, null, null);
    }

    public Retry(String reason, @Nullable Throwable cause) {
        this(reason, cause == null ? null : cause.toString(), cause);
    }

    public Retry(String reason, @Nullable String details, @Nullable Throwable cause) {
        super(details == null ? reason : reason + " (" + details + ")", cause);
        this.reason = reason;
        this.details = details;
    }

    public String reason() {
        return reason;
    }

    public @Nullable String details() {
        return details;
    }
}
