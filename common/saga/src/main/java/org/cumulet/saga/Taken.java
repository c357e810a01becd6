package org.cumulet.saga;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A saga that this process holds the lease of.
///
/// @param aborting why it shall end, if somebody asked for that
/// @param late whether it is over its deadline
record Taken(
        UUID id,
        UUID lease,
        String story,
        String subject,
        Progress progress,
        @Nullable String aborting,
        boolean late,
        @Nullable String trouble) {}
