package org.cumulet.compute.server;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How long a server has been there and what it takes: what usage is reckoned from.
public record ServerTime(
        UUID id,
        String project,
        String name,
        String flavor,
        int vcpus,
        int ram,
        int disk,
        String state,
        Instant created,
        @Nullable Instant terminated) {}
