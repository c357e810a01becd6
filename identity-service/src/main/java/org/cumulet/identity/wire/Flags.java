package org.cumulet.identity.wire;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Switches in a query: `?effective` is on, `?effective=0` is off, and so is one that is not there. They are read from
/// the query itself, since among the parameters those without a value are missing.
public record Flags(UriInfo uri) {

    private static final Set<String> OFF = Set.of("0", "false", "f", "no", "n", "off");

    public boolean isOn(String name) {
        return uri.getQueryParameters().getOrDefault(name, List.of()).stream().anyMatch(Flags::isOnBy);
    }

    /// What a filter by yes and no asks for; null when it asks for nothing.
    public static @Nullable Boolean wish(@Nullable String text) {
        return text == null ? null : (Boolean) isOnBy(text);
    }

    private static boolean isOnBy(String text) {
        return !OFF.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
