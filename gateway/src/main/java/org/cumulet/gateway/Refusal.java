package org.cumulet.gateway;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;

/// What the gateway itself says no to.
record Refusal(int status, String message) {

    static Refusal unavailable(String service) {
        return new Refusal(503, "The %s service does not answer; try again in a few seconds.".formatted(service));
    }

    static Refusal tooLarge(long limit) {
        return new Refusal(413, "The body of the request is larger than %d bytes.".formatted(limit));
    }

    static Refusal notFound() {
        return new Refusal(404, "The resource could not be found.");
    }

    String json() {
        var error = new JsonObject()
                .put("code", status)
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("message", message);
        return new JsonObject().put("error", error).encode();
    }

    /// When to come again, and that the connection ends where a body may still be on its way.
    Map<String, String> headers() {
        var all = new HashMap<>(Map.of("Content-Type", "application/json"));
        switch (status) {
            case 503 -> all.put("Retry-After", "5");
            case 400, 413 -> all.put("Connection", "close");
            default -> {
                // nothing more to say
            }
        }
        return all;
    }

    void to(RoutingContext request) {
        headers().forEach(request.response()::putHeader);
        request.response().setStatusCode(status).end(json());
    }
}
