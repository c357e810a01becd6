package org.cumulet.identity.wire;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A switch in a query: `?effective` is on, `?effective=0` is off, and so is one that is not there.
public record Flag(boolean on) {

    private static final Set<String> OFF = Set.of("0", "false", "f", "no", "n", "off");

    public static Flag valueOf(String text) {
        return new Flag(!OFF.contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    public static boolean isOn(@Nullable Flag flag) {
        return flag != null && flag.on;
    }

    /// What is asked for; null when nothing is.
    public static @Nullable Boolean wish(@Nullable Flag flag) {
        return flag == null ? null : (Boolean) flag.on;
    }
}
