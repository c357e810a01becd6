package org.cumulet.batch.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job whose document is in order and whose items are in the ledger.
///
/// @param needed how many items must be done for what is done to stay
/// @param trust by which it acts for its user
/// @param key by which its sender knows it, if any
/// @param digest SHA-256 of what was sent
public record NewJob(
        UUID id,
        @Nullable String name,
        int priority,
        int maxParallel,
        Policy policy,
        int needed,
        @Nullable Instant notBefore,
        @Nullable Instant deadline,
        String trust,
        int total,
        @Nullable String key,
        byte[] digest,
        String requestId) {}
