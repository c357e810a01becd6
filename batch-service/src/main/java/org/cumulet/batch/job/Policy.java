package org.cumulet.batch.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// When a job is worth what it has done.
public enum Policy {
    /// Whatever is done stays.
    BEST_EFFORT,
    /// What is done stays if all of it is done.
    ALL_OR_NOTHING,
    /// What is done stays if so many items are done.
    AT_LEAST;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Policy> of(String text) {
        return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
    }
}
