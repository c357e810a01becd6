package org.cumulet.systemtests.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// What the cloud and its clients print, read strictly.
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is not JSON: " + text, e);
        }
    }

    static String at(JsonNode json, String pointer) {
        var node = json.at(pointer);
        if (node.isMissingNode()) {
            throw new AssertionError("Nothing at %s in %s".formatted(pointer, json));
        }
        return node.asText();
    }
}
