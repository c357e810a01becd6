package org.cumulet.compute.server;

import java.util.Locale;

/// What a server is, at rest.
public enum VmState {
    BUILDING,
    ACTIVE,
    STOPPED,
    ERROR,
    DELETED;

    /// As the API writes it: `building`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
