package org.cumulet.identity.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an identity provider says of somebody, by the names that mappings use: the claim `email` is `OIDC-email`, and
/// `HTTP_OIDC_EMAIL` too. What is within another claim has a dot: `OIDC-realm_access.roles`.
public record Claims(Map<String, List<String>> all) {

    private static final int MOST_VALUES = 1_000;

    /// @param claims of a token
    public static Claims of(Map<String, ?> claims) {
        var all = new HashMap<String, List<String>>();
        claims.forEach((name, value) -> add(all, name, value));
        return new Claims(all);
    }

    private static void add(Map<String, List<String>> all, String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> inner) {
            inner.forEach((key, it) -> add(all, name + "." + key, it));
            return;
        }
        var values = new ArrayList<String>();
        for (var each : value instanceof Collection<?> several ? several : List.of(value == null ? "" : value)) {
            var text = String.valueOf(each);
            if (!text.isEmpty() && values.size() < MOST_VALUES) {
                values.add(text);
            }
        }
        all.put("OIDC-" + name, values);
        all.put("HTTP_OIDC_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), values);
    }

    /// Empty where there is no such claim.
    List<String> of(String name) {
        return all.getOrDefault(name, List.of());
    }
}
