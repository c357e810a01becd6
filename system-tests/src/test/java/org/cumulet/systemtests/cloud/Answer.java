package org.cumulet.systemtests.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/// What the cloud answered to one request.
public record Answer(String request, int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("%s: expected %d, but it was %s".formatted(request, expected, this));
        }
        return this;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON in the answer to " + this, e);
        }
    }

    /// The text at a JSON pointer such as `/server/id`.
    public String at(String pointer) {
        var node = json().at(pointer);
        if (node.isMissingNode()) {
            throw new AssertionError("Nothing at %s in the answer to %s".formatted(pointer, this));
        }
        return node.asText();
    }

    @Override
    public String toString() {
        return "%s → %d %s".formatted(request, status, body);
    }
}
