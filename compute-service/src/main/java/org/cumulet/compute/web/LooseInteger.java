package org.cumulet.compute.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;

/// A whole number where this API also takes it as a string: `2` or `"2"`.
public class LooseInteger extends JsonDeserializer<Integer> {

    @Override
    public Integer deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return json.getIntValue();
        }
        if (json.currentToken() == JsonToken.VALUE_STRING && json.getText().matches("-?\\d{1,10}")) {
            var number = Long.parseLong(json.getText());
            if (number == (int) number) {
                return (int) number;
            }
        }
        return (Integer) context.handleWeirdStringValue(Integer.class, json.getText(), "not a whole number");
    }
}
