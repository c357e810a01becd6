package org.cumulet.database.install;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A server that is to be installed.
///
/// @param family what the host has turned out to be
record Installing(UUID installation, @Nullable Family family) {

    Family known() {
        if (family == null) {
            throw new IllegalStateException("Nobody has looked at the host");
        }
        return family;
    }
}
