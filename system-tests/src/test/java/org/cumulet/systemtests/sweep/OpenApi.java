package org.cumulet.systemtests.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What the cloud says of itself at `/docs/openapi.json`.
public record OpenApi(JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    public List<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(it -> METHODS.contains(it.getKey()))
                        .map(it -> operation(path.getKey(), it)))
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .toList();
    }

    /// Lists: what is there, whatever the ids are.
    public List<String> collections() {
        return operations().stream()
                .filter(it -> it.method().equals("GET") && !it.path().contains("{"))
                .map(Operation::path)
                .toList();
    }

    private Operation operation(String path, Map.Entry<String, JsonNode> entry) {
        var content = resolve(entry.getValue().path("requestBody")).path("content");
        var wrappers = content.properties().stream()
                .flatMap(type -> objects(resolve(type.getValue().path("schema"))))
                .distinct()
                .toList();
        return new Operation(entry.getKey().toUpperCase(Locale.ROOT), path, !content.isEmpty(), wrappers);
    }

    /// The keys that hold objects.
    private Stream<String> objects(JsonNode schema) {
        return schema.path("properties")
                .propertyStream()
                .filter(it -> resolve(it.getValue()).has("properties"))
                .map(Map.Entry::getKey);
    }

    private JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolve(document.at(reference.substring(1)));
    }
}
