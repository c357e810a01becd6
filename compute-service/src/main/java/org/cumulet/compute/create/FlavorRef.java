package org.cumulet.compute.create;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;

/// A flavor by its id, which may be written as a number or at the end of an address.
class FlavorRef extends JsonDeserializer<String> {

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING && json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return (String) context.handleUnexpectedToken(String.class, json);
        }
        var text = json.getText();
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
