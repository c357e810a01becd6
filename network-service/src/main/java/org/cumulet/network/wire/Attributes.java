package org.cumulet.network.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cumulet.api.fault.Fault;

/// What a collection can be filtered and sorted by. Each attribute is an expression over the entity `e`.
public final class Attributes {

    private record Attribute(Function<List<String>, Condition> filter, Optional<String> sort) {}

    private final Map<String, Attribute> known = new LinkedHashMap<>();

    /// What everything has that has a name.
    public static Attributes ofResource() {
        return ofOwned().text("name", "e.name");
    }

    /// What everything has that belongs to a project.
    public static Attributes ofOwned() {
        return new Attributes()
                .id("id", "e.id")
                .text("description", "e.description")
                .text("project_id", "e.projectId")
                .text("tenant_id", "e.projectId")
                .number("revision_number", "e.revision")
                .sortedBy("created_at", "e.createdAt")
                .sortedBy("updated_at", "e.updatedAt");
    }

    public Attributes text(String name, String expression) {
        return add(name, values -> oneOf(expression, values), expression);
    }

    public Attributes bool(String name, String expression) {
        return add(
                name,
                values -> oneOf(
                        expression,
                        values.stream().map(it -> ListQuery.truth(name, it)).toList()),
                expression);
    }

    public Attributes number(String name, String expression) {
        return add(
                name,
                values -> oneOf(
                        expression, values.stream().map(it -> whole(name, it)).toList()),
                expression);
    }

    /// An id: what is none equals no thing.
    public Attributes id(String name, String expression) {
        return add(name, values -> oneOf(expression, ids(values)), expression);
    }

    /// An attribute that needs more than a comparison; it cannot be sorted by.
    public Attributes where(String name, Function<List<String>, Condition> filter) {
        known.put(name, new Attribute(filter, Optional.empty()));
        return this;
    }

    /// `tags=a,b` has all of them, `tags-any` one of them, and the two with `not-` say the opposite.
    public Attributes tags() {
        return where("tags", values -> Condition.all(eachTag(values)))
                .where("tags-any", values -> Condition.any(eachTag(values)))
                .where("not-tags", values -> not(Condition.all(eachTag(values))))
                .where("not-tags-any", values -> not(Condition.any(eachTag(values))));
    }

    /// Ids among the values.
    public static List<?> ids(List<String> values) {
        return values.stream().flatMap(it -> Ids.parse(it).stream()).toList();
    }

    /// The expression equals one of the values.
    public static Condition oneOf(String expression, List<?> values) {
        return values.isEmpty()
                ? Condition.of("1 = 0")
                : new Condition(
                        expression + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                        List.copyOf(values));
    }

    Condition filter(Map<String, List<String>> filters) {
        var unknown = filters.keySet().stream()
                .filter(name -> !known.containsKey(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Fault.BadRequest("%s is invalid attribute for filtering".formatted(quoted(unknown)));
        }
        var conditions = new ArrayList<Condition>();
        filters.forEach((name, values) -> conditions.add(attribute(name).filter.apply(values)));
        return Condition.all(conditions);
    }

    String sortedBy(String name) {
        return Optional.ofNullable(known.get(name))
                .flatMap(Attribute::sort)
                .orElseThrow(() ->
                        new Fault.BadRequest("%s is invalid attribute for sort_keys".formatted(quoted(List.of(name)))));
    }

    private Attributes sortedBy(String name, String expression) {
        return add(name, values -> oneOf("str(" + expression + ")", values), expression);
    }

    private Attributes add(String name, Function<List<String>, Condition> filter, String sort) {
        known.put(name, new Attribute(filter, Optional.of(sort)));
        return this;
    }

    private Attribute attribute(String name) {
        return Optional.ofNullable(known.get(name)).orElseThrow();
    }

    private static List<Condition> eachTag(List<String> values) {
        return values.stream()
                .flatMap(it -> Arrays.stream(it.split(",", -1)))
                .map(tag -> Condition.of("array_contains(e.tags, ?)", tag))
                .toList();
    }

    private static Condition not(Condition condition) {
        return new Condition("not (" + condition.text() + ")", condition.values());
    }

    private static Integer whole(String name, String value) {
        if (!value.matches("-?\\d{1,9}")) {
            throw new Fault.BadRequest("Invalid input for operation: '%s' is not an integer for %s."
                            .formatted(Body.cut(value), name))
                    .named("InvalidInput");
        }
        return Integer.valueOf(value);
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(name -> "'" + Body.cut(name) + "'").toList();
    }
}
