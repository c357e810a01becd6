package org.cumulet.batch.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `{{net.id}}`: what was answered to an earlier operation of the job. What stands in other braces is only text.
///
/// @param name of that operation
/// @param path into its answer, its parts with dots between them
public record Reference(String name, String path) {

    private static final Pattern PATTERN =
            Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9_-]{0,62})\\.([A-Za-z0-9_:-]+(?:\\.[A-Za-z0-9_:-]+)*)}}");

    /// The names of all operations that are referred to.
    public static Set<String> namesIn(JsonNode... nodes) {
        var names = new TreeSet<String>();
        for (var node : nodes) {
            if (node.isTextual()) {
                PATTERN.matcher(node.asText()).results().forEach(it -> names.add(it.group(1)));
            } else {
                node.forEach(child -> names.addAll(namesIn(child)));
            }
        }
        return names;
    }

    /// @param value what takes the place of each
    public static String filled(String text, Function<Reference, String> value) {
        return PATTERN.matcher(text)
                .replaceAll(it -> Matcher.quoteReplacement(value.apply(new Reference(it.group(1), it.group(2)))));
    }

    /// A text that is nothing but a reference becomes what it refers to, of whichever kind that is.
    static JsonNode filled(JsonNode node, Function<Reference, JsonNode> value) {
        return switch (node) {
            case ObjectNode object -> {
                var filled = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(it -> filled.set(it.getKey(), filled(it.getValue(), value)));
                yield filled;
            }
            case ArrayNode list -> {
                var filled = JsonNodeFactory.instance.arrayNode();
                list.forEach(it -> filled.add(filled(it, value)));
                yield filled;
            }
            case TextNode text -> {
                var whole = PATTERN.matcher(text.asText());
                yield whole.matches()
                        ? value.apply(new Reference(whole.group(1), whole.group(2)))
                        : TextNode.valueOf(filled(text.asText(), it -> written(value.apply(it))));
            }
            default -> node;
        };
    }

    /// As it stands within a text.
    static String written(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
