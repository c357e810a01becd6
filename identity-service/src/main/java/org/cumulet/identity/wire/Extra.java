package org.cumulet.identity.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Attributes that identity keeps for its callers and gives back without understanding them.
public final class Extra {

    /// Keys that only an answer has; in a request they mean nothing.
    private static final Set<String> OURS = Set.of("id", "links", "password_expires_at");

    private Extra() {}

    /// What a request carries beyond the keys we know; nothing where it carries nothing.
    public static Map<String, Object> of(@Nullable Map<String, Object> given) {
        var extra = new LinkedHashMap<String, Object>();
        if (given != null) {
            extra.putAll(given);
            extra.keySet().removeAll(OURS);
        }
        return extra;
    }

    /// A null clears, an absent key stays.
    public static Map<String, Object> merge(Map<String, Object> kept, Map<String, Object> change) {
        var extra = new LinkedHashMap<>(kept);
        extra.putAll(change);
        extra.values().removeIf(value -> value == null);
        return extra;
    }
}
