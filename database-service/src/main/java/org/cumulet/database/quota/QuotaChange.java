package org.cumulet.database.quota;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// What of a quota shall be different; -1 means without limit.
public record QuotaChange(
        @Nullable @Min(-1) Integer databases,
        @Nullable @Min(-1) Integer users,
        @Nullable @Min(-1) Integer backups,
        @Nullable @Min(-1) Integer instances,
        @Nullable @Min(-1) Integer volumes) {}
