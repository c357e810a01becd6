package org.cumulet.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/// The OpenAPI documents of all services, put together to one.
final class ApiDocument {

    private final JsonObject paths = new JsonObject();
    private final JsonObject components = new JsonObject();
    private final JsonArray tags = new JsonArray();

    /// Adds a service's document. What it calls its components gets the service's name in front, so that two may have a
    /// `Server`.
    ApiDocument add(String prefix, String document) {
        var own = new JsonObject(prefixed(prefix, document));
        paths.mergeIn(own.getJsonObject("paths", new JsonObject()));
        tags.addAll(own.getJsonArray("tags", new JsonArray()));
        for (var kind : own.getJsonObject("components", new JsonObject())) {
            var known = components.getJsonObject(kind.getKey(), new JsonObject());
            var front = kind.getKey().equals("securitySchemes") ? "" : prefix; // these are meant by name, and alike
            ((JsonObject) kind.getValue()).forEach(each -> known.put(front + each.getKey(), each.getValue()));
            components.put(kind.getKey(), known);
        }
        return this;
    }

    private static String prefixed(String prefix, String document) {
        return document.replaceAll("(\"\\$ref\"\\s*:\\s*\"#/components/[A-Za-z]+/)", "$1" + prefix);
    }

    String json(URI address) {
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put(
                        "info",
                        new JsonObject()
                                .put("title", "Cumulet")
                                .put("description", "A private cloud that speaks OpenStack's REST APIs.")
                                .put("version", "1.0"))
                .put("servers", new JsonArray().add(new JsonObject().put("url", address.toString())))
                .put("tags", tags)
                .put("paths", paths)
                .put("components", components)
                .encode();
    }
}
