package org.cumulet.inventory.placement.allocation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who holds something: mostly a server.
public record Consumer(
        UUID id, String project, String user, @Nullable String type, long generation, Instant createdAt) {

    /// The type of consumers whose type nobody has said.
    static final String UNKNOWN_TYPE = "unknown";
    /// The type of consumers that were claimed for.
    static final String INSTANCE = "INSTANCE";
}
