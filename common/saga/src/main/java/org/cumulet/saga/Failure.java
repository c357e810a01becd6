package org.cumulet.saga;

import org.jspecify.annotations.Nullable;

/// Why a story failed: the message is for whoever asked for it, the details for operators only.
public record Failure(String step, String message, @Nullable String details, boolean aborted) {

    static Failure of(String step, Throwable cause) {
        return switch (cause) {
            case StepFailed failed -> new Failure(step, failed.reason(), failed.details(), false);
            case Retry retry -> new Failure(step, retry.reason(), retry.details(), false);
            default -> new Failure(step, "Could not " + step, cause.toString(), false);
        };
    }

    static Failure aborted(String step, String reason) {
        return new Failure(step, reason, null, true);
    }

    static Failure late(String step, @Nullable String trouble) {
        return new Failure(step, "Could not %s in time".formatted(step), trouble, false);
    }
}
