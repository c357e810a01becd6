package org.cumulet.compute.history;

import java.util.Locale;

/// What can be done to a server, by the names histories have for it.
public enum DeedKind {
    CREATE("compute__do_build_and_run_instance"),
    START("compute_start_instance"),
    STOP("compute_stop_instance"),
    REBOOT("compute_reboot_instance"),
    LOCK("api_lock"),
    UNLOCK("api_unlock"),
    DELETE("compute_terminate_instance");

    private final String event;

    DeedKind(String event) {
        this.event = event;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String event() {
        return event;
    }
}
