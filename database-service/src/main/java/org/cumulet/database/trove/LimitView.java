package org.cumulet.database.trove;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.cumulet.database.quota.QuotaChange;

/// How much there may be, as Trove shows it; -1 means without limit.
interface LimitView {

    /// There are no limits of rates here, so this is the only one.
    ///
    /// @param maxVolumes GB of all instances together
    record Absolute(String verb, int maxInstances, int maxVolumes, int maxBackups, int maxDatabases, int maxUsers) {}

    record Many(List<Absolute> limits) {}

    record Use(String resource, long inUse, long reserved, long limit) {
        static Use of(String resource, long used, int limit) {
            return new Use(resource, used, 0, limit);
        }
    }

    record Uses(List<Use> quotas) {}

    record Quotas(int instances, int volumes, int backups, int databases, int users) {}

    record Changed(Quotas quotas) {}

    record Change(@NotNull @Valid QuotaChange quotas) {}
}
