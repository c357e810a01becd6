package org.cumulet.batch.intake;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/// Documents are as large as this service allows. What the HTTP layer allows for bodies is meant for JSON, and it
/// judges by the announced length: so that is hidden from it while it looks.
@Singleton
class BodyLimits {

    private static final String DOCUMENT = "/batch/v1/jobs";
    private static final String ANNOUNCED = "cumulet.batch.announced-length";
    private static final int BEFORE = -3;
    private static final int AFTER = -1;

    void lift(@Observes Router router) {
        router.post(DOCUMENT).order(BEFORE).handler(BodyLimits::hide);
        router.post(DOCUMENT).order(AFTER).handler(BodyLimits::show);
    }

    private static void hide(RoutingContext document) {
        var headers = document.request().headers();
        var announced = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (announced != null) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            document.put(ANNOUNCED, announced);
        }
        document.next();
    }

    private static void show(RoutingContext document) {
        var announced = document.<String>get(ANNOUNCED);
        if (announced != null) {
            document.request().headers().set(HttpHeaders.CONTENT_LENGTH, announced);
        }
        document.put(VertxInputStream.MAX_REQUEST_SIZE_KEY, Long.MAX_VALUE);
        document.next();
    }
}
