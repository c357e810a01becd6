package org.cumulet.batch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.cumulet.batch.remote.Paths;
import org.cumulet.batch.work.Contents;
import org.cumulet.batch.work.Reference;
import org.jspecify.annotations.Nullable;

/// One call of this cloud's API, as a document asks for it.
///
/// @param name within the job
/// @param after the names of earlier ones that are to be done first
/// @param uses the names of earlier ones of whose answers it says something
record Operation(
        @Nullable String name, String method, String path, Contents contents, List<String> after, Set<String> uses) {

    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> MEMBERS = Set.of("name", "method", "path", "headers", "body", "after");
    private static final Set<String> HEADERS =
            Set.of("content-type", "openstack-api-version", "x-openstack-nova-api-version");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{1,200}");
    private static final int MOST_BEFORE = 100;

    /// Reads it; whatever is wrong is told with its pointer.
    ///
    /// @return nothing of use where something was told
    static Operation of(JsonNode node, BiConsumer<String, String> problems) {
        if (!node.isObject()) {
            problems.accept("", "an object is expected");
            return new Operation(null, "", "", Contents.NOTHING, List.of(), Set.of());
        }
        node.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                problems.accept("/" + escaped(member), "additional properties are not allowed");
            }
        });
        var name = text(node, "name", problems);
        if (name != null && !NAME.matcher(name).matches()) {
            problems.accept("/name", "a letter is expected, and then up to 62 letters, digits, '-' and '_'");
        }
        return new Operation(
                name,
                method(node, problems),
                path(node, problems),
                contents(node, problems),
                after(node.path("after"), problems),
                Reference.namesIn(node.path("path"), node.path("body")));
    }

    private static List<String> after(JsonNode node, BiConsumer<String, String> problems) {
        var names = new ArrayList<String>();
        if (!node.isMissingNode() && !node.isArray() || node.size() > MOST_BEFORE) {
            problems.accept("/after", "a list of up to %d names is expected".formatted(MOST_BEFORE));
            return names;
        }
        for (var name : node) {
            if (!name.isTextual()) {
                problems.accept("/after/" + names.size(), "the name of an operation before is expected");
            }
            names.add(name.asText());
        }
        return names;
    }

    private static String method(JsonNode node, BiConsumer<String, String> problems) {
        var method = text(node, "method", problems);
        if (method == null || !METHODS.contains(method)) {
            problems.accept("/method", "one of POST, PUT, PATCH and DELETE is expected");
            return "";
        }
        return method;
    }

    private static String path(JsonNode node, BiConsumer<String, String> problems) {
        var path = text(node, "path", problems);
        var trouble = Paths.trouble(path == null ? "" : Reference.filled(path, _ -> "x"));
        if (trouble.isPresent()) {
            problems.accept("/path", trouble.get());
            return "";
        }
        return String.valueOf(path);
    }

    private static Contents contents(JsonNode node, BiConsumer<String, String> problems) {
        var body = node.path("body");
        if (!body.isMissingNode() && !body.isContainerNode() && !body.isNull()) {
            problems.accept("/body", "an object is expected");
        }
        if (node.path("method").asText().equals("POST")
                && node.path("path").asText().equals("/compute/v2.1/servers")) {
            for (var count : List.of("min_count", "max_count")) {
                var number = body.path("server").path(count);
                if (!number.isMissingNode() && number.asInt(0) != 1) {
                    problems.accept("/body/server/" + count, "an operation launches one server");
                }
            }
        }
        var headers = headers(node.path("headers"), problems);
        return body.isContainerNode() || !headers.isEmpty()
                ? new Contents(headers, body.isContainerNode() ? body : null)
                : Contents.NOTHING;
    }

    private static Map<String, String> headers(JsonNode node, BiConsumer<String, String> problems) {
        var headers = new LinkedHashMap<String, String>();
        if (!node.isMissingNode() && !node.isObject()) {
            problems.accept("/headers", "an object is expected");
        }
        node.properties().forEach(member -> {
            var known = HEADERS.contains(member.getKey().toLowerCase(Locale.ROOT));
            if (known
                    && member.getValue() instanceof TextNode text
                    && VALUE.matcher(text.asText()).matches()) {
                headers.put(member.getKey(), text.asText());
            } else {
                problems.accept(
                        "/headers/" + escaped(member.getKey()),
                        "only Content-Type and the headers of API versions can be set, each to one line of text");
            }
        });
        return headers;
    }

    private static @Nullable String text(JsonNode node, String member, BiConsumer<String, String> problems) {
        var value = node.path(member);
        if (!value.isMissingNode() && !value.isTextual()) {
            problems.accept("/" + member, "a string is expected");
        }
        return value.isTextual() ? value.asText() : null;
    }

    /// As RFC 6901 writes a part of a pointer; not longer than is of use.
    private static String escaped(String member) {
        var start = member.substring(0, Math.min(member.length(), 80));
        return start.replace("~", "~0").replace("/", "~1");
    }
}
