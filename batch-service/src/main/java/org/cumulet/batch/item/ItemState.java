package org.cumulet.batch.item;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far an item is.
public enum ItemState {
    /// Waits for its turn.
    QUEUED,
    /// A process makes its call.
    RUNNING,
    /// The call is answered; what it asked for is not there yet.
    SETTLING,
    /// What it asked for is there.
    DONE,
    /// It is not, and will not be unless it is tried again.
    FAILED,
    /// Nothing was asked for.
    CANCELLED,
    /// What it has made is being taken away, or what it did undone, since the job has failed.
    UNDOING,
    /// It is as if it had not been done.
    UNDONE,
    /// What it did stays, since it cannot be undone.
    KEPT;

    /// Those in which something is still to come.
    public static final List<ItemState> OPEN = List.of(QUEUED, RUNNING, SETTLING, UNDOING);

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ItemState> of(String text) {
        return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
    }
}
