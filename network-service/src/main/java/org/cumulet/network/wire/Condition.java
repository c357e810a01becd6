package org.cumulet.network.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Part of a query: text with a `?` for every value.
public record Condition(String text, List<Object> values) {

    public static final Condition ALWAYS = new Condition("1 = 1", List.of());

    public Condition {
        values = List.copyOf(values);
    }

    public static Condition of(String text, Object... values) {
        return new Condition(text, List.of(values));
    }

    public static Condition all(List<Condition> parts) {
        return joined(parts, " and ", ALWAYS);
    }

    public static Condition any(List<Condition> parts) {
        return joined(parts, " or ", of("1 = 0"));
    }

    public Condition and(Condition other) {
        return all(List.of(this, other));
    }

    private static Condition joined(List<Condition> parts, String word, Condition none) {
        if (parts.isEmpty()) {
            return none;
        }
        return new Condition(
                parts.stream().map(Condition::text).collect(Collectors.joining(")" + word + "(", "(", ")")),
                parts.stream().flatMap(part -> part.values.stream()).toList());
    }

    /// The text with `?1`, `?2`, … in the place of every `?`.
    String numbered() {
        var pieces = new ArrayList<String>(Stream.of(text.split("\\?", -1)).toList());
        var numbered = new StringBuilder(pieces.getFirst());
        for (var i = 1; i < pieces.size(); i++) {
            numbered.append('?').append(i).append(pieces.get(i));
        }
        return numbered.toString();
    }
}
