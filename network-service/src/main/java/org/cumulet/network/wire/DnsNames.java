package org.cumulet.network.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names that machines are called by. They end up in the configuration of a daemon, so nothing else gets through.
public final class DnsNames {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile(LABEL);
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+");

    private DnsNames() {}

    /// The name of a machine: one label, or none at all.
    public static Optional<String> host(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return text.isEmpty() || HOST.matcher(lower).matches() ? Optional.of(lower) : Optional.empty();
    }

    /// A domain with a dot at its end, or none at all.
    public static Optional<String> domain(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var fits =
                text.isEmpty() || lower.length() <= 253 && DOMAIN.matcher(lower).matches();
        return fits ? Optional.of(lower) : Optional.empty();
    }
}
