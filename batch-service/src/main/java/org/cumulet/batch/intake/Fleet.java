package org.cumulet.batch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `{"stop": {"servers": {"name": "web-*"}}}`: one thing done to each server of the project that is as described when
/// the document is read. Compute is asked with the caller's token.
final class Fleet {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SERVERS = "/compute/v2.1/servers";
    private static final Map<String, String> VERSION = Map.of("OpenStack-API-Version", "compute 2.90");
    private static final int PAGE = 1000;

    /// Only such as compute heeds for everybody: one that it overlooks would make everything match.
    private static final Set<String> FILTERS = Set.of(
            "name",
            "status",
            "flavor",
            "image",
            "ip",
            "tags",
            "tags-any",
            "not-tags",
            "not-tags-any",
            "key_name",
            "user_id",
            "availability_zone",
            "changes-before",
            "changes-since");

    private static final Pattern WILD = Pattern.compile("[*?]");

    /// What can be done.
    private enum Verb {
        DELETE("delete", ""),
        START("start", "SHUTOFF"),
        STOP("stop", "ACTIVE"),
        REBOOT("reboot", "ACTIVE");

        private final String member;
        private final String status;

        /// @param status of those that are meant where none is given
        Verb(String member, String status) {
            this.member = member;
            this.status = status;
        }

        ObjectNode on(String server, JsonNode how) {
            var operation = NODES.objectNode();
            var path = SERVERS + "/" + server;
            return switch (this) {
                case DELETE -> operation.put("method", "DELETE").put("path", path);
                case START -> action(operation, path, "os-start", NODES.nullNode());
                case STOP -> action(operation, path, "os-stop", NODES.nullNode());
                case REBOOT ->
                    action(
                            operation,
                            path,
                            "reboot",
                            NODES.objectNode().put("type", how.path("type").asText("SOFT")));
            };
        }

        private static ObjectNode action(ObjectNode operation, String path, String name, JsonNode value) {
            operation.put("method", "POST").put("path", path + "/action");
            operation.putObject("body").set(name, value);
            return operation;
        }
    }

    private final Compute compute;

    Fleet(Compute compute) {
        this.compute = compute;
    }

    /// The member by which an operation says what is to be done to servers, if it does.
    static Optional<String> member(JsonNode operation) {
        return verb(operation).map(verb -> verb.member);
    }

    private static Optional<Verb> verb(JsonNode operation) {
        for (var verb : Verb.values()) {
            if (operation.has(verb.member)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    /// An operation for each server; whatever is wrong is told with its pointer.
    ///
    /// @param most how many there may be
    /// @throws org.cumulet.api.fault.Fault.Unavailable when compute cannot be asked
    void forEach(JsonNode operation, long most, BiConsumer<String, String> problems, Launch.Each each)
            throws IOException, SQLException {
        var verb = verb(operation).orElseThrow();
        var wish = operation.path(verb.member);
        var query = query(verb, wish, problems);
        if (query.isEmpty()) {
            return;
        }
        var marker = "";
        for (long count = 0; ; ) {
            var answer = compute.ask(query.get() + marker, VERSION, "servers");
            if (!answer.isSuccess()) {
                problems.accept("/servers", answer.message());
                return;
            }
            var page = answer.body().path("servers");
            for (var server : page) {
                if (++count > most) {
                    problems.accept("/servers", "more than %d servers are so".formatted(most));
                    return;
                }
                each.take(verb.on(server.path("id").asText(), wish));
            }
            if (page.size() < PAGE) {
                return;
            }
            marker = "&marker=" + page.get(page.size() - 1).path("id").asText();
        }
    }

    private static Optional<String> query(Verb verb, JsonNode wish, BiConsumer<String, String> problems) {
        var isWrong = false;
        if (!(wish.path("servers") instanceof ObjectNode filters) || filters.isEmpty()) {
            problems.accept("/servers", "an object is expected that says which servers are meant");
            return Optional.empty();
        }
        for (var member : wish.properties()) {
            var known = member.getKey().equals("servers")
                    || verb == Verb.REBOOT && member.getKey().equals("type");
            if (!known) {
                problems.accept("/" + member.getKey(), "additional properties are not allowed");
                isWrong = true;
            }
        }
        if (wish.has("type")
                && !Set.of("SOFT", "HARD").contains(wish.path("type").asText())) {
            problems.accept("/type", "SOFT or HARD is expected");
            isWrong = true;
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var filter : filters.properties()) {
            if (!FILTERS.contains(filter.getKey()) || !filter.getValue().isTextual()) {
                problems.accept(
                        "/servers",
                        "one of %s is expected, with a text"
                                .formatted(FILTERS.stream().sorted().collect(Collectors.joining(", "))));
                isWrong = true;
            }
            var value = filter.getValue().asText();
            parameters.put(filter.getKey(), filter.getKey().equals("name") ? expression(value) : value);
        }
        if (!verb.status.isEmpty()) {
            parameters.putIfAbsent("status", verb.status);
        }
        return isWrong ? Optional.empty() : Optional.of(written(parameters));
    }

    /// Compute takes regular expressions, which nobody wants to write for `web-*`.
    private static String expression(String name) {
        var expression = new StringBuilder("^");
        var from = 0;
        for (var wild : WILD.matcher(name).results().toList()) {
            expression
                    .append(literal(name.substring(from, wild.start())))
                    .append(wild.group().equals("*") ? ".*" : ".");
            from = wild.end();
        }
        return expression.append(literal(name.substring(from))).append("$").toString();
    }

    private static String literal(String text) {
        return text.replaceAll("[\\\\.\\[\\](){}+^$|]", "\\\\$0");
    }

    private static String written(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&", SERVERS + "?limit=" + PAGE + "&", ""));
    }
}
