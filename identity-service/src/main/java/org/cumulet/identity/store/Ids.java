package org.cumulet.identity.store;

import java.util.UUID;

/// Identity's ids: 32 hex digits.
public final class Ids {

    private Ids() {}

    public static String fresh() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
