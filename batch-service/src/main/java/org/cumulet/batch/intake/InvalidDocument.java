package org.cumulet.batch.intake;

import java.util.List;

/// A document that cannot become a job, and everything that is wrong with it.
final class InvalidDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final long total;

    /// @param problems the first of them
    /// @param total how many there are
    InvalidDocument(List<Problem> problems, long total) {
        super("the document is invalid", null, false, false);
        this.problems = List.copyOf(problems);
        this.total = total;
    }

    List<Problem> problems() {
        return problems;
    }

    long total() {
        return total;
    }
}
