package org.cumulet.api.version;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/// A version such as 2.79: what shape of the API a caller speaks.
public record Microversion(int major, int minor) implements Comparable<Microversion> {

    static final String PROPERTY = "cumulet.microversion";
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,2})\\.(0|[1-9]\\d{0,3})");
    private static final Comparator<Microversion> ORDER =
            Comparator.comparingInt(Microversion::major).thenComparingInt(Microversion::minor);

    public static Microversion of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a microversion: " + text));
    }

    static Optional<Microversion> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new Microversion(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    /// The version of the request being answered; empty outside of one or where the service has no microversions.
    public static Optional<Microversion> current() {
        var request = CurrentRequestManager.get();
        return request == null ? Optional.empty() : Optional.ofNullable((Microversion) request.getProperty(PROPERTY));
    }

    /// True when the request being answered speaks this version or a newer one.
    public static boolean atLeast(Microversion version) {
        return current().map(spoken -> spoken.compareTo(version) >= 0).orElse(true);
    }

    @Override
    public int compareTo(Microversion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
