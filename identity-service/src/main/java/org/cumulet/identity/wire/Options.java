package org.cumulet.identity.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `options` of a project, domain or role: whether it is kept from change.
public record Options(Given<Boolean> immutable) {

    public static final Options IMMUTABLE = new Options(new Given<>(true, true));

    /// As it is shown.
    public static Map<String, Boolean> of(@Nullable Boolean immutable) {
        return immutable == null ? Map.of() : Map.of("immutable", immutable);
    }

    /// The mark after a change.
    public static @Nullable Boolean apply(@Nullable Options change, @Nullable Boolean kept) {
        return change == null ? kept : change.immutable().or(kept);
    }

    /// Whether this change takes the mark away, which is the one change that is always open.
    public static boolean unlocks(@Nullable Options change) {
        return change != null
                && change.immutable().there()
                && !Boolean.TRUE.equals(change.immutable().value());
    }
}
