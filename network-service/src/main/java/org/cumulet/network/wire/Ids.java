package org.cumulet.network.wire;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids as callers write them. Clients try names as ids first, so a text that is none is simply not found.
public final class Ids {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /// What a caller sent in the place of an id, as it may be shown.
    public static String shown(String text) {
        return Body.cut(text);
    }

    public static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
