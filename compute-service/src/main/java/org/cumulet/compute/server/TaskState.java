package org.cumulet.compute.server;

import java.util.Locale;

/// What is being done to a server right now.
public enum TaskState {
    SCHEDULING,
    NETWORKING,
    SPAWNING,
    POWERING_ON,
    POWERING_OFF,
    REBOOTING,
    REBOOTING_HARD,
    DELETING;

    /// As the API writes it: `powering-off`, but `rebooting_hard`.
    public String text() {
        var text = name().toLowerCase(Locale.ROOT);
        return this == REBOOTING_HARD ? text : text.replace('_', '-');
    }

    /// True while the server is being made.
    boolean isLaunching() {
        return switch (this) {
            case SCHEDULING, NETWORKING, SPAWNING -> true;
            case POWERING_ON, POWERING_OFF, REBOOTING, REBOOTING_HARD, DELETING -> false;
        };
    }
}
