package org.cumulet.batch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.cumulet.batch.remote.Services;
import org.cumulet.batch.work.Contents;
import org.jspecify.annotations.Nullable;

/// One call of this cloud's API, as a document asks for it.
///
/// @param name within the job
record Operation(@Nullable String name, String method, String path, Contents contents) {

    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> MEMBERS = Set.of("name", "method", "path", "headers", "body");
    private static final Set<String> HEADERS =
            Set.of("content-type", "openstack-api-version", "x-openstack-nova-api-version");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");
    private static final Pattern PATH = Pattern.compile(
            "(?:/(?!\\.\\.?(?:[/?]|$))(?:[A-Za-z0-9!$&'()*+,;=:@._~-]|%(?![01]|7[Ff]|2[Ff])[0-9A-Fa-f]{2})+)+/?"
                    + "(?:\\?[A-Za-z0-9!$&'()*+,;=:@._~/?%-]*)?");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{1,200}");
    private static final int LONGEST_PATH = 4000;

    /// Paths by which somebody would be given more, or for longer, than the job has.
    private static final Pattern CLOSED = Pattern.compile(
            "/identity/v3/(?:auth|OS-TRUST|users/[^/]+/(?:application_credentials|access_rules|credentials))(?:[/?].*)?");

    /// Reads it; whatever is wrong is told with its pointer.
    ///
    /// @return nothing of use where something was told
    static Operation of(JsonNode node, BiConsumer<String, String> problems) {
        if (!node.isObject()) {
            problems.accept("", "an object is expected");
            return new Operation(null, "", "", Contents.NOTHING);
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
        return new Operation(name, method(node, problems), path(node, problems), contents(node, problems));
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
        if (path == null || path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
            problems.accept("/path", "a path of this cloud is expected, such as /compute/v2.1/servers");
            return "";
        }
        if (!Services.paths().contains(path.split("[/?]", 3)[1])) {
            problems.accept("/path", "no service that jobs can use has this path");
        }
        if (CLOSED.matcher(path).matches()) {
            problems.accept("/path", "a job cannot make tokens, trusts or credentials");
        }
        return path;
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
