package org.cumulet.image.data;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/// Uploads are as large as this service allows. What the HTTP layer allows for bodies is meant for JSON, and it judges
/// by the announced length: so that is hidden from it while it looks.
@Singleton
class BodyLimits {

    private static final String UPLOAD = "/image/v2/images/[^/]+/file";
    private static final String ANNOUNCED = "cumulet.image.announced-length";
    private static final int BEFORE = -3;
    private static final int AFTER = -1;

    void lift(@Observes Router router) {
        router.putWithRegex(UPLOAD).order(BEFORE).handler(BodyLimits::hide);
        router.putWithRegex(UPLOAD).order(AFTER).handler(BodyLimits::show);
    }

    private static void hide(RoutingContext upload) {
        var headers = upload.request().headers();
        var announced = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (announced != null) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            upload.put(ANNOUNCED, announced);
        }
        upload.next();
    }

    private static void show(RoutingContext upload) {
        var announced = upload.<String>get(ANNOUNCED);
        if (announced != null) {
            upload.request().headers().set(HttpHeaders.CONTENT_LENGTH, announced);
        }
        upload.put(VertxInputStream.MAX_REQUEST_SIZE_KEY, Long.MAX_VALUE);
        upload.next();
    }
}
