package org.cumulet.compute.flavor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;

/// A number where this API also takes it as a string: `1.5` or `"1.5"`.
class LooseNumber extends JsonDeserializer<Double> {

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.getText().matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return Double.valueOf(json.getText());
        }
        return (Double) context.handleWeirdStringValue(Double.class, json.getText(), "not a number");
    }
}
