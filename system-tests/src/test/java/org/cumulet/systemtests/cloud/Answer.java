package org.cumulet.systemtests.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.List;

/// What the cloud answered to one request.
public record Answer(String request, int status, HttpHeaders headers, String body) {

    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected %d, but %s".formatted(expected, this));
        }
        return this;
    }

    public JsonNode json() {
        return Json.parse(body);
    }

    /// The text at a JSON pointer such as `/server/id`.
    public String at(String pointer) {
        return Json.at(json(), pointer);
    }

    /// The objects of a collection, as `servers` in `{"servers": [...]}`.
    public List<JsonNode> all(String collection) {
        return expect(200).json().path(collection).valueStream().toList();
    }

    @Override
    public String toString() {
        return "%s → %d %s".formatted(brief(request), status, brief(body));
    }

    private static String brief(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }
}
