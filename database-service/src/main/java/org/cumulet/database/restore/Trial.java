package org.cumulet.database.restore;

import java.util.UUID;

/// A backup that is to be restored to see whether that works.
record Trial(UUID backup) {

    /// No database that anybody declares can have this name.
    String scratch() {
        return "cumulet-trial-" + backup;
    }
}
