package org.cumulet.compute.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/// Yes or no where this API also takes words: `true`, `"True"`, `"1"`, `"on"`.
public class LooseBoolean extends JsonDeserializer<Boolean> {

    private static final Set<String> YES = Set.of("true", "1", "on", "yes");
    private static final Set<String> NO = Set.of("false", "0", "off", "no");

    @Override
    public Boolean deserialize(JsonParser json, DeserializationContext context) throws IOException {
        var word = json.getText().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        return (Boolean) context.handleWeirdStringValue(Boolean.class, json.getText(), "neither true nor false");
    }
}
