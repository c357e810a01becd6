package org.cumulet.inventory.placement.allocation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one consumer is to hold from now on, and nothing else.
///
/// @param expected which state of the consumer the caller knows
/// @param amounts how much of what, by provider; empty when it is to hold nothing any more
record AllocationWish(
        UUID consumer,
        String project,
        String user,
        @Nullable String type,
        Expected expected,
        Map<UUID, Map<String, Integer>> amounts) {

    /// Which state of a consumer the caller knows.
    sealed interface Expected {
        /// Callers of old versions do not say.
        record Whatever() implements Expected {}

        /// It holds nothing yet.
        record Nobody() implements Expected {}

        record At(long generation) implements Expected {}
    }
}
