package org.cumulet.inventory.placement;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// The query of a request: nothing in it is overlooked.
public record QueryString(Map<String, List<String>> values) {

    private static final String DUPLICATE_KEY = "placement.query.duplicate_key";
    private static final String BAD_VALUE = "placement.query.bad_value";
    private static final String MISSING_VALUE = "placement.query.missing_value";

    /// @throws Fault.BadRequest when there is more in it than these keys
    public static QueryString of(UriInfo uri, Set<String> known) {
        var query = of(uri);
        query.values.keySet().stream()
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw unknown(key);
                });
        return query;
    }

    public static QueryString of(UriInfo uri) {
        return new QueryString(Map.copyOf(uri.getQueryParameters()));
    }

    public static Fault unknown(String key) {
        return new Fault.BadRequest(
                "Invalid query string parameters: Additional properties are not allowed ('%s' was unexpected)"
                        .formatted(Printable.of(key)));
    }

    public static Fault bad(String key, String why) {
        return new Fault.BadRequest("Invalid query string parameter '%s': %s.".formatted(key, why)).named(BAD_VALUE);
    }

    public static Fault missing(String key) {
        return new Fault.BadRequest("The query string parameter '%s' is needed.".formatted(key)).named(MISSING_VALUE);
    }

    /// The value of a key that may be given once.
    public Optional<String> one(String key) {
        var given = all(key);
        if (given.size() > 1) {
            throw new Fault.BadRequest("Query parameter '%s' may only be specified once.".formatted(Printable.of(key)))
                    .named(DUPLICATE_KEY);
        }
        return given.stream().findFirst();
    }

    public @Nullable String oneOrNull(String key) {
        return one(key).orElse(null);
    }

    public List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }
}
