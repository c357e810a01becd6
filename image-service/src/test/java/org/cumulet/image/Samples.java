package org.cumulet.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/// Published answers of the API, to hold ours against.
public final class Samples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    public static JsonNode read(String name) {
        try (var sample = Samples.class.getResourceAsStream("/samples/" + name + ".json")) {
            return JSON.readTree(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same keys, and the same types where neither side is null.
    ///
    /// @param leftOut keys that a deployment shows only when something is switched on that we do not have
    public static void assertLike(ValidatableResponse answer, JsonNode sample, String... leftOut) {
        var ours = shape(parse(answer));
        var theirs = shape(sample);
        for (var key : leftOut) {
            theirs.remove(key);
        }
        assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(theirs.keySet());
        ours.forEach((key, type) -> {
            if (type != JsonNodeType.NULL && theirs.get(key) != JsonNodeType.NULL) {
                assertThat(type).as(key).isEqualTo(theirs.get(key));
            }
        });
    }

    private static JsonNode parse(ValidatableResponse answer) {
        try {
            return JSON.readTree(answer.extract().asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNodeType> shape(JsonNode object) {
        var shape = new TreeMap<String, JsonNodeType>();
        object.fields()
                .forEachRemaining(
                        field -> shape.put(field.getKey(), field.getValue().getNodeType()));
        return shape;
    }
}
