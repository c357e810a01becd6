package org.cumulet.systemtests.sweep;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Things that no API may take for an order.
final class Nonsense {

    static final List<String> IDS = List.of(
            "%00",
            "..%2f..%2fetc%2fpasswd", "%ff%fe", "-1", "null", "'%20or%201=1--", "%3Cscript%3E", "a".repeat(3000));

    static final List<String> QUERIES = List.of(
            "limit=many",
            "limit=-1",
            "limit=99999999999999999999",
            "marker=nobody",
            "marker=%00",
            "sort_key=nonsense",
            "sort_dir=sideways",
            "name=%00",
            "name=" + "a".repeat(3000),
            "%00=%00",
            "limit=1&limit=x");

    private static final List<String> VALUES =
            List.of("null", "[]", "42", "true", "\"text\"", "{\"no_such_key\": 1}", "{\"name\": \"nul\\u0000\"}");

    /// A region needs nothing and keeps whatever it is told, as in Keystone.
    private static final Set<String> WELCOME = Set.of(
            "POST /identity/v3/regions {\"region\": {\"no_such_key\": 1}}",
            "PUT /identity/v3/regions/{id} {\"region\": {\"no_such_key\": 1}}");

    private Nonsense() {}

    /// Bodies that are wrong for whatever operation there is.
    static Stream<String> bodies(Operation operation) {
        return Stream.concat(broken(), operation.keys().flatMap(Nonsense::wrapped))
                .filter(body -> !WELCOME.contains(operation + " " + body));
    }

    private static Stream<String> broken() {
        return Stream.of(
                "{",
                "{\"",
                "]",
                "nonsense",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{\"no_such_key\": 1}",
                "{} {}",
                "\0",
                deep());
    }

    private static Stream<String> wrapped(String key) {
        return VALUES.stream().map(value -> "{\"%s\": %s}".formatted(key, value));
    }

    private static String deep() {
        return "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
    }
}
