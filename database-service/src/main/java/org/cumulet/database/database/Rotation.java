package org.cumulet.database.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// A new password for a user.
///
/// @param overlapSeconds how long the old one stays valid beside it; at most 30 days
record Rotation(@Min(0) @Max(2_592_000) int overlapSeconds) {

    record Request(@NotNull @Valid Rotation rotation) {}
}
