package org.cumulet.batch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// Many servers from one description: `{"count": 20, "server": {"name": "web-{index}", …}}`, or `names` instead of
/// `count`. In every text `{index}` is the server's number, from 1, and `{name}` its name. What `overrides` say of
/// a server, by its number or name, takes the place of what the description says. `headers` are those of an operation.
final class Launch {

    private static final Set<String> MEMBERS = Set.of("count", "names", "server", "overrides", "headers");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode server;
    private final JsonNode overrides;
    private final JsonNode headers;
    private final List<String> names;
    private final int count;

    private Launch(ObjectNode server, JsonNode overrides, JsonNode headers, List<String> names, int count) {
        this.server = server;
        this.overrides = overrides;
        this.headers = headers;
        this.names = names;
        this.count = count;
    }

    /// One of them, as an operation of its own.
    interface Each {
        void take(ObjectNode operation) throws IOException, SQLException;
    }

    /// Reads it; whatever is wrong is told with its pointer.
    ///
    /// @param most how many servers there may be
    /// @return a launch of none where something was told
    static Launch of(JsonNode node, long most, BiConsumer<String, String> problems) {
        var told = new ArrayList<String>();
        BiConsumer<String, String> tell = (where, what) -> {
            told.add(where);
            problems.accept(where, what);
        };
        node.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                tell.accept(
                        "", "template or server, count or names, overrides and headers are expected, and nothing else");
            }
        });
        if (!(node.path("server") instanceof ObjectNode)) {
            tell.accept("/server", "an object is expected");
        }
        if (node.has("overrides") && !node.path("overrides").isObject()) {
            tell.accept("/overrides", "an object is expected");
        }
        if (node.has("count") == node.has("names")) {
            tell.accept("", "either count or names is expected");
        }
        var names = names(node.path("names"), tell);
        var count = node.has("count") ? count(node.path("count"), most, tell) : names.size();
        node.path("overrides").properties().forEach(each -> {
            var isNumber = each.getKey().matches("[1-9]\\d{0,8}") && Integer.parseInt(each.getKey()) <= count;
            if (!isNumber && !names.contains(each.getKey())) {
                tell.accept("/overrides", "there is no such server among those to launch");
            } else if (!each.getValue().isObject()) {
                tell.accept("/overrides/" + each.getKey(), "an object is expected");
            }
        });
        return told.isEmpty()
                ? new Launch(
                        (ObjectNode) node.path("server"), node.path("overrides"), node.path("headers"), names, count)
                : new Launch(NODES.objectNode(), NODES.objectNode(), NODES.objectNode(), List.of(), 0);
    }

    private static int count(JsonNode count, long most, BiConsumer<String, String> tell) {
        if (count.isIntegralNumber() && count.canConvertToInt() && count.asInt() >= 1 && count.asInt() <= most) {
            return count.asInt();
        }
        tell.accept("/count", "a whole number from 1 to %d is expected".formatted(most));
        return 0;
    }

    private static List<String> names(JsonNode names, BiConsumer<String, String> tell) {
        var all = new ArrayList<String>();
        if (!names.isMissingNode() && (!names.isArray() || names.isEmpty())) {
            tell.accept("/names", "a list of names is expected");
        }
        for (var name : names) {
            if (!name.isTextual() || name.asText().isBlank()) {
                tell.accept("/names/" + all.size(), "a name is expected");
            }
            all.add(name.asText());
        }
        return all;
    }

    void forEach(Each each) throws IOException, SQLException {
        for (int index = 1; index <= count; index++) {
            each.take(operation(index));
        }
    }

    private ObjectNode operation(int index) {
        var own = server.deepCopy();
        var name = names.isEmpty() ? nameFrom(own, index) : names.get(index - 1);
        if (!own.has("name") || !names.isEmpty() && !own.path("name").asText().contains("{")) {
            own.put("name", name);
        }
        for (var key : List.of(Integer.toString(index), name)) {
            if (overrides.path(key) instanceof ObjectNode override) {
                own.setAll(override);
            }
        }
        var operation = NODES.objectNode();
        operation.put("method", "POST");
        operation.put("path", "/compute/v2.1/servers");
        if (!headers.isMissingNode()) {
            operation.set("headers", headers);
        }
        operation.putObject("body").set("server", filled(own, index, name));
        return operation;
    }

    /// As the description says; where all would have the same name, each gets its number behind it.
    private String nameFrom(ObjectNode own, int index) {
        var name = own.path("name").asText("server");
        var filled = name.contains("{index}") ? name.replace("{index}", Integer.toString(index)) : name + "-" + index;
        own.put("name", filled);
        return filled;
    }

    private static JsonNode filled(JsonNode node, int index, String name) {
        return switch (node) {
            case TextNode text ->
                TextNode.valueOf(text.asText()
                        .replace("{index}", Integer.toString(index))
                        .replace("{name}", name));
            case ObjectNode object -> {
                var copy = NODES.objectNode();
                object.properties().forEach(it -> copy.set(it.getKey(), filled(it.getValue(), index, name)));
                yield copy;
            }
            case JsonNode array
            when array.isArray() -> {
                var copy = NODES.arrayNode();
                IntStream.range(0, array.size()).forEach(it -> copy.add(filled(array.get(it), index, name)));
                yield copy;
            }
            default -> node;
        };
    }
}
