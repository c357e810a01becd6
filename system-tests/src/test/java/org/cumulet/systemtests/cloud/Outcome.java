package org.cumulet.systemtests.cloud;

/// How a command ended and what it said.
public record Outcome(Command command, int exit, String out, String err) {

    public boolean succeeded() {
        return exit == 0;
    }

    /// What it printed; fails where it did.
    public String text() {
        if (!succeeded()) {
            throw new AssertionError(toString());
        }
        return out.strip();
    }

    @Override
    public String toString() {
        return "%s%nexit %d%n%s%s".formatted(command, exit, out, err);
    }
}
