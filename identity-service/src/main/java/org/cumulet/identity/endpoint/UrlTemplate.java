package org.cumulet.identity.endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The URL of an endpoint, with places such as `$(project_id)s` that are filled in for each caller.
public final class UrlTemplate {

    private static final Pattern PLACE = Pattern.compile("[$%]\\(([^)]*)\\)s");
    private static final Set<String> KNOWN = Set.of("project_id", "tenant_id", "user_id");

    private UrlTemplate() {}

    /// Whether we could fill in everything.
    static boolean isKnown(String url) {
        var stray = PLACE.matcher(url).replaceAll("");
        return !stray.contains("$(")
                && !stray.contains("%(")
                && PLACE.matcher(url).results().allMatch(place -> KNOWN.contains(place.group(1)));
    }

    /// The URL for one caller; empty where it has a place for something that this caller does not have.
    public static Optional<String> fill(String url, Map<String, String> values) {
        var places = PLACE.matcher(url);
        var filled = new StringBuilder();
        while (places.find()) {
            var value = values.get(places.group(1));
            if (value == null) {
                return Optional.empty();
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return Optional.of(places.appendTail(filled).toString());
    }
}
