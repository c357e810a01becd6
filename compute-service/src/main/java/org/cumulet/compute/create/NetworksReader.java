package org.cumulet.compute.create;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.List;

/// Reads `"auto"` and `[{"uuid":…}]`.
class NetworksReader extends JsonDeserializer<NetworksAsked> {

    @Override
    public NetworksAsked deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING
                ? new NetworksAsked(json.getText(), null)
                : new NetworksAsked(null, List.of(context.readValue(json, NetworksAsked.Entry[].class)));
    }
}
