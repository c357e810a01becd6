package org.cumulet.testing.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// What we promise about one type of event: `contracts/events/<type>.schema.json` and `<type>.sample.json`.
///
/// A publisher's test writes an event and asks for what is wrong with it; an empty list is what everybody wants:
///
/// ```java
/// assertThat(EventContract.of(event.type()).violations(json.writeValueAsString(event))).isEmpty();
/// ```
public record EventContract(String type, JsonNode schema, JsonNode sample) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// The contract of this type.
    ///
    /// @throws UncheckedIOException when nobody has promised such an event
    public static EventContract of(String type) {
        var folder = folder();
        return new EventContract(
                type, read(folder.resolve(type + ".schema.json")), read(folder.resolve(type + ".sample.json")));
    }

    /// Types of all events we promise.
    public static List<String> types() {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder of the promises, found from wherever in the project a test runs.
    public static Path folder() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("contracts/events"))) {
                return at.resolve("contracts/events");
            }
        }
        throw new IllegalStateException(
                "contracts/events is nowhere above " + Path.of("").toAbsolutePath());
    }

    /// What is wrong with this payload: by the schema, and by having other keys than the sample.
    public List<String> violations(String payload) throws JsonProcessingException {
        var event = JSON.readTree(payload);
        var wrong = new ArrayList<>(compiled().validate(event).stream()
                .map(ValidationMessage::getMessage)
                .toList());
        if (!keys(event).equals(keys(sample))) {
            wrong.add("keys are %s, the sample has %s".formatted(keys(event), keys(sample)));
        }
        return wrong;
    }

    private JsonSchema compiled() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private static List<String> keys(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .sorted()
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("no promise in " + file.getFileName(), e);
        }
    }
}
