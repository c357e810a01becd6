package org.cumulet.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.cumulet.api.url.PublicUrl;

/// The door of the cloud: every request passes here first, whoever serves it.
@Singleton
final class Gateway {

    /// Before everything that Quarkus serves itself.
    private static final int FIRST = -1;

    private final Vertx vertx;
    private final GatewaySettings settings;
    private final PublicUrl address;

    Gateway(Vertx vertx, GatewaySettings settings, PublicUrl address) {
        this.vertx = vertx;
        this.settings = settings;
        this.address = address;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).failureHandler(PublicAddress::failed);
        var inner = new InnerPaths(settings.openPaths().orElse(List.of()));
        List.of(
                        new RequestName(),
                        new CanonicalPath(),
                        new ForeignIdentity(),
                        new PublicAddress(settings.trustForwarded()),
                        inner,
                        new BodyLimit(settings.maxBody().asLongValue()))
                .forEach(step -> router.route().order(FIRST).handler(step));
        var inside = new Inside(vertx, settings.routes(), inner.pass());
        var front = new FrontPage(new ServiceStates(inside, Clock.systemUTC()), address);
        page(router, "/", front::index);
        page(router, "/health", front::health);
        var docs = new ApiDocs(inside, Clock.systemUTC());
        page(router, "/docs", context -> docs.file(context, "docs.html"));
        page(router, "/docs/docs.css", context -> docs.file(context, "docs.css"));
        page(router, "/docs/docs.js", context -> docs.file(context, "docs.js"));
        page(router, "/docs/openapi.json", docs::document);
        router.route().order(FIRST).handler(new Backends(vertx, settings));
        router.route().last().handler(Refusal.notFound()::to);
    }

    private static void page(Router router, String path, Handler<RoutingContext> page) {
        router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(FIRST)
                .handler(page);
    }
}
