package org.cumulet.database.quota;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// A quota as the API shows it; negative means without limit.
record QuotaView(String project, int databases, int users, int backups) {

    record One(QuotaView quota) {
        static One of(Quota quota) {
            return new One(new QuotaView(quota.project(), quota.databases(), quota.users(), quota.backups()));
        }
    }

    /// What shall be different.
    record Change(
            @Nullable @Min(-1) Integer databases,
            @Nullable @Min(-1) Integer users,
            @Nullable @Min(-1) Integer backups) {}

    record Request(@NotNull @Valid Change quota) {}
}
