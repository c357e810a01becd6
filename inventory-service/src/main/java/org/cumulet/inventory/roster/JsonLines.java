package org.cumulet.inventory.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/// A JSON object per line; empty lines are none.
public record JsonLines(ObjectMapper json) {

    public List<Line<? extends JsonNode>> read(String text) {
        var read = new ArrayList<Line<? extends JsonNode>>();
        var number = 0;
        for (var line : text.split("\r?\n", -1)) {
            number++;
            if (!line.isBlank()) {
                read.add(new Line<>(number, object(number, line)));
            }
        }
        return read;
    }

    private JsonNode object(int number, String line) {
        try {
            var node = json.readTree(line);
            if (!node.isObject()) {
                throw Line.wrong(number, "it is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw Line.wrong(number, "it is not JSON: " + e.getOriginalMessage());
        }
    }
}
