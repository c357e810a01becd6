package org.cumulet.batch.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a document: all of it is counted, the first thousand are told.
final class Problems {

    private static final int TOLD = 1000;

    private final List<Problem> told = new ArrayList<>();
    private long total;

    void add(@Nullable Integer line, String pointer, String message) {
        total++;
        if (told.size() < TOLD) {
            told.add(new Problem(line, pointer, message));
        }
    }

    boolean isEmpty() {
        return total == 0;
    }

    /// Ends the reading where nothing that follows can be understood.
    InvalidDocument fatal(@Nullable Integer line, String pointer, String message) {
        add(line, pointer, message);
        return new InvalidDocument(told, total);
    }

    /// @throws InvalidDocument where there are any
    void refuse() {
        if (total > 0) {
            throw new InvalidDocument(told, total);
        }
    }
}
