package org.cumulet.batch.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// What a job is doing.
public enum JobState {
    RUNNING,
    /// Nothing new is begun.
    PAUSED,
    /// Nothing new is begun, ever; what was begun ends.
    CANCELLING,
    /// Too few of its items can be done; what was done is undone.
    UNDOING,
    /// All its items have ended. Which of them failed, its counts say.
    COMPLETED,
    CANCELLED,
    /// Too few of its items were done, and what was done is undone.
    FAILED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String text) {
        return Arrays.stream(values())
                .filter(it -> it.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /// Whether it ends without beginning anything new.
    boolean isEnding() {
        return this == CANCELLING || this == UNDOING;
    }

    public boolean isOver() {
        return this == COMPLETED || this == CANCELLED || this == FAILED;
    }
}
