package org.cumulet.database.drift;

import java.util.List;
import java.util.Locale;

/// A difference as the API shows it.
///
/// @param scope `database`, `part` of it, or `beyond` it
record DriftView(String kind, String account, String scope, List<String> privileges, boolean repairable) {

    static DriftView of(Drift drift) {
        return new DriftView(
                drift.kind().name().toLowerCase(Locale.ROOT),
                drift.account(),
                drift.scope().name().toLowerCase(Locale.ROOT),
                drift.privileges(),
                drift.repairable());
    }

    record Many(List<DriftView> drift) {}
}
