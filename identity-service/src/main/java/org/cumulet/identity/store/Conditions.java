package org.cumulet.identity.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Conditions of a list, all of which must hold. One whose value is null was not asked for.
public final class Conditions {

    private final List<Condition> all = new ArrayList<>();

    /// @param text JPQL with `:%s` where the value goes, if there is one
    private record Condition(String text, @Nullable Object value) {}

    public Conditions is(String field, @Nullable Object value) {
        return value == null ? this : add(field + " = :%s", value);
    }

    public Conditions like(String field, String before, @Nullable String part, String after) {
        return part == null ? this : add(field + " like :%s escape '\\'", before + literally(part) + after);
    }

    public Conditions likeInAnyCase(String field, String before, @Nullable String part, String after) {
        return like("lower(" + field + ")", before, part == null ? null : part.toLowerCase(Locale.ROOT), after);
    }

    public Conditions isNull(String field) {
        all.add(new Condition(field + " is null", null));
        return this;
    }

    public Conditions in(String field, Collection<String> values) {
        return values.isEmpty() ? add("1 = 0 and " + field + " <> :%s", "") : add(field + " in (:%s)", values);
    }

    /// A condition in JPQL with `:%s` where the value goes.
    public Conditions add(String condition, Object value) {
        all.add(new Condition(condition, value));
        return this;
    }

    /// Those of the other too.
    public Conditions and(Conditions others) {
        all.addAll(others.all);
        return this;
    }

    public String jpql() {
        var text = new StringBuilder("1 = 1");
        for (var i = 0; i < all.size(); i++) {
            text.append(" and ").append(all.get(i).text().formatted("v" + i));
        }
        return text.toString();
    }

    public Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        for (var i = 0; i < all.size(); i++) {
            var value = all.get(i).value();
            if (value != null) {
                values.put("v" + i, value);
            }
        }
        return values;
    }

    private static String literally(String part) {
        return part.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
