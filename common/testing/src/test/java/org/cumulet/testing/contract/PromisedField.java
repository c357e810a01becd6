package org.cumulet.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One field of an event, as who listens may rely on it. As text it is one line of four words.
///
/// @param type of the event
/// @param path within the payload: `flavor.vcpus`, `addresses[].ip`, `labels{}`
/// @param kinds what its value may be: types with their formats (`string:uuid`, `null`), or values (`"ACTIVE"`)
/// @param required whether it is always there
record PromisedField(String type, String path, SortedSet<String> kinds, boolean required) {

    static PromisedField parse(String line) {
        var words = line.split(" ");
        return new PromisedField(
                words[0],
                words[1],
                new TreeSet<>(Stream.of(words[2].split("\\|")).toList()),
                words[3].equals("required"));
    }

    /// All fields that a schema describes.
    static Stream<PromisedField> of(EventContract contract) {
        return within(contract.type(), "", contract.schema());
    }

    /// Whether who relies on the other may rely on this.
    boolean keeps(PromisedField promised) {
        return type.equals(promised.type)
                && path.equals(promised.path)
                && promised.kinds.containsAll(kinds)
                && (required || !promised.required);
    }

    private static Stream<PromisedField> within(String type, String path, JsonNode schema) {
        var required =
                schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        var properties = schema.path("properties").propertyStream().flatMap(property -> {
            var name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            return field(type, name, property.getValue(), required.contains(property.getKey()));
        });
        var others = schema.path("additionalProperties").isObject()
                ? field(type, path + "{}", schema.path("additionalProperties"), false)
                : Stream.<PromisedField>empty();
        var items = schema.has("items")
                ? field(type, path + "[]", schema.path("items"), false)
                : Stream.<PromisedField>empty();
        return Stream.of(properties, others, items).flatMap(it -> it);
    }

    private static Stream<PromisedField> field(String type, String path, JsonNode schema, boolean required) {
        return Stream.concat(
                Stream.of(new PromisedField(type, path, kinds(schema), required)), within(type, path, schema));
    }

    private static SortedSet<String> kinds(JsonNode schema) {
        if (schema.has("const")) {
            return new TreeSet<>(List.of(schema.path("const").toString()));
        }
        var named = schema.has("enum") ? schema.path("enum") : schema.path("type");
        var each = named.isArray() ? named.valueStream() : Stream.of(named);
        return each.map(kind -> schema.has("enum") ? kind.toString() : formatted(kind.asText(), schema))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String formatted(String kind, JsonNode schema) {
        return kind.equals("string") && schema.has("format")
                ? kind + ":" + schema.path("format").asText()
                : kind;
    }

    @Override
    public String toString() {
        return String.join(" ", type, path, String.join("|", kinds), required ? "required" : "optional");
    }
}
