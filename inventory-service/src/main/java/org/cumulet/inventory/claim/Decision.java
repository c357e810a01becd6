package org.cumulet.inventory.claim;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What becomes of a claim.
sealed interface Decision {

    UUID consumer();

    /// @param before true when it was claimed already
    record Granted(UUID consumer, UUID host, String hostName, boolean before) implements Decision {}

    /// @param considered how many hosts were looked at
    /// @param reasons how many of them fell, by reason
    /// @param nearest what the nearest host lacks; it is named beside, for admins
    record Refused(
            UUID consumer,
            String message,
            int considered,
            Map<String, Integer> reasons,
            @Nullable String nearest,
            @Nullable Candidate nearestHost)
            implements Decision {}
}
