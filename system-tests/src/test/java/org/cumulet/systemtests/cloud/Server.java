package org.cumulet.systemtests.cloud;

import com.fasterxml.jackson.databind.JsonNode;

/// A server as the API shows it to the caller.
public record Server(JsonNode json) {

    public String id() {
        return json.path("id").asText();
    }

    public String name() {
        return json.path("name").asText();
    }

    public String status() {
        return json.path("status").asText();
    }

    public String address() {
        return json.path("addresses").findValuesAsText("addr").getFirst();
    }

    public String fault() {
        return json.path("fault").path("message").asText();
    }

    /// Told to admins only.
    public String host() {
        return json.path("OS-EXT-SRV-ATTR:host").asText();
    }
}
