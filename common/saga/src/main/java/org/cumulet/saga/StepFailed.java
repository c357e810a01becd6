package org.cumulet.saga;

import org.jspecify.annotations.Nullable;

/// A step that failed for good: trying again would not help.
///
/// The reason is shown to whoever asked for the work, the details to operators only.
public class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final @Nullable String details;

    public StepFailed(String reason) {
        this(reason, null, null);
    }

    public StepFailed(String reason, @Nullable String details) {
        this(reason, details, null);
    }

    public StepFailed(String reason, @Nullable String details, @Nullable Throwable cause) {
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
