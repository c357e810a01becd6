package org.cumulet.database.quota;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// A quota as the API shows it; negative means without limit.
///
/// @param volumes GB of all instances together
record QuotaView(String project, int databases, int users, int backups, int instances, int volumes) {

    record One(QuotaView quota) {
        static One of(Quota quota) {
            return new One(new QuotaView(
                    quota.project(),
                    quota.databases(),
                    quota.users(),
                    quota.backups(),
                    quota.instances(),
                    quota.volumes()));
        }
    }

    record Request(@NotNull @Valid QuotaChange quota) {}
}
