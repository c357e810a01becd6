package org.cumulet.batch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.cumulet.batch.remote.Answer;

/// The launch templates that a document names, as they are when it is read: compute is asked with the caller's token,
/// once for each.
final class Templates {

    private static final String PATH = "/compute/v2.1/launch-templates/";
    private static final int MOST = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,8}|latest");

    private final Compute compute;
    private final Map<String, Answer> asked = new HashMap<>();

    Templates(Compute compute) {
        this.compute = compute;
    }

    /// A launch in full: what its template says is there, except where the launch says it otherwise.
    ///
    /// @return empty where something was told
    /// @throws org.cumulet.api.fault.Fault.Unavailable when compute cannot be asked
    Optional<JsonNode> filled(JsonNode launch, BiConsumer<String, String> problems) {
        if (!(launch instanceof ObjectNode said) || !said.has("template")) {
            return Optional.of(launch);
        }
        var name = said.path("template").asText();
        if (!NAME.matcher(name).matches()) {
            problems.accept("/template", "the name or id of a launch template is expected");
            return Optional.empty();
        }
        var version = said.path("version").asText();
        if (said.has("version") && !VERSION.matcher(version).matches()) {
            problems.accept("/version", "the number of a version is expected, or latest");
            return Optional.empty();
        }
        var path = version.isEmpty() ? name : name + "/versions/" + version;
        if (!asked.containsKey(path) && asked.size() == MOST) {
            problems.accept("/template", "a document names up to %d launch templates".formatted(MOST));
            return Optional.empty();
        }
        var answer = asked.computeIfAbsent(path, this::ask);
        if (!answer.isSuccess()) {
            problems.accept("/template", answer.message());
            return Optional.empty();
        }
        return Optional.of(filled(said, answer.body().path("launch_template")));
    }

    private static JsonNode filled(ObjectNode said, JsonNode template) {
        var launch = said.deepCopy();
        launch.remove(List.of("template", "version"));
        var server = template.path("server").<ObjectNode>deepCopy();
        if (said.has("names") && !server.path("name").asText().contains("{name}")) {
            server.remove("name"); // each has one of its own
        }
        if (said.path("server") instanceof ObjectNode otherwise) {
            server.setAll(otherwise);
        }
        if (!said.has("server") || said.path("server").isObject()) {
            launch.set("server", server);
        }
        if (!said.has("count") && !said.has("names")) {
            launch.set("count", template.path("count"));
        }
        if (!said.has("headers")) {
            launch.putObject("headers")
                    .put(
                            "OpenStack-API-Version",
                            "compute " + template.path("microversion").asText());
        }
        return launch;
    }

    private Answer ask(String path) {
        return compute.ask(PATH + path, Map.of(), "launch templates");
    }
}
