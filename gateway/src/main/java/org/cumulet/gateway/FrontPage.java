package org.cumulet.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.cumulet.api.url.PublicUrl;

/// `/`: which services there are, where they begin and whether they answer. `/health`: the same in one word, for those
/// who watch.
final class FrontPage {

    private final ServiceStates states;
    private final PublicUrl address;

    FrontPage(ServiceStates states, PublicUrl address) {
        this.states = states;
        this.address = address;
    }

    void index(RoutingContext context) {
        states.all(context)
                .onSuccess(known -> {
                    var base = base(context);
                    var services = new JsonArray();
                    known.forEach((path, state) -> services.add(new JsonObject()
                            .put("name", path.id())
                            .put("description", path.about())
                            .put("state", state.name())
                            .put("links", new JsonArray().add(link("self", base + path.door())))));
                    answer(
                            context,
                            200,
                            new JsonObject()
                                    .put("name", "Cumulet")
                                    .put("services", services)
                                    .put(
                                            "links",
                                            new JsonArray()
                                                    .add(link("self", base + "/"))
                                                    .add(link("docs", base + "/docs"))
                                                    .add(link("health", base + "/health"))));
                })
                .onFailure(context::fail);
    }

    void health(RoutingContext context) {
        states.all(context)
                .onSuccess(known -> {
                    var healthy = known.values().stream().allMatch(state -> state == ServiceState.UP);
                    answer(
                            context,
                            healthy ? 200 : 503,
                            new JsonObject()
                                    .put("status", healthy ? "UP" : "DOWN")
                                    .put("services", named(known)));
                })
                .onFailure(context::fail);
    }

    private static JsonObject named(Map<CloudPath, ServiceState> known) {
        var services = new JsonObject();
        known.forEach((path, state) -> services.put(path.id(), state.name()));
        return services;
    }

    private static void answer(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.encode());
    }

    private static JsonObject link(String relation, String target) {
        return new JsonObject().put("rel", relation).put("href", target);
    }

    private String base(RoutingContext context) {
        return address.configured().orElseGet(() -> {
            // set by us before anybody reads it
            var headers = context.request().headers();
            return headers.get("X-Forwarded-Proto") + "://" + headers.get("X-Forwarded-Host");
        });
    }
}
