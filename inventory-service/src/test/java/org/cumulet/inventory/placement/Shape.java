package org.cumulet.inventory.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.TreeMap;

/// The keys of an answer and the types of their values, all the way down; where keys are ids or names, one stands for
/// all.
final class Shape {

    private Shape() {}

    static void assertLike(ValidatableResponse answer, JsonNode sample) {
        try {
            assertThat(of(new ObjectMapper().readTree(answer.extract().asString())))
                    .isEqualTo(of(sample));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, JsonNodeType> of(JsonNode node) {
        var shape = new TreeMap<String, JsonNodeType>();
        walk("", node, shape);
        return shape;
    }

    private static void walk(String path, JsonNode node, Map<String, JsonNodeType> shape) {
        if (node.isObject()) {
            node.properties().forEach(field -> walk(path + "/" + general(field.getKey()), field.getValue(), shape));
        } else if (node.isArray()) {
            node.forEach(item -> walk(path + "[]", item, shape));
        } else if (!node.isNull()) {
            shape.put(path, node.getNodeType());
        }
    }

    private static String general(String key) {
        return key.matches("[0-9a-f]{8}-.*") ? "{id}" : key.matches("[A-Z_0-9]+") ? "{CLASS}" : key;
    }
}
