package org.cumulet.gateway;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/// Bodies end somewhere, unless they are streams.
final class BodyLimit implements Handler<RoutingContext> {

    private final long limit;

    BodyLimit(long limit) {
        this.limit = limit;
    }

    @Override
    public void handle(RoutingContext context) {
        if (CloudPath.isStream(context.normalizedPath())) {
            context.next();
            return;
        }
        var length = context.request().getHeader("Content-Length");
        if (length != null && isTooLong(length)) {
            Refusal.tooLarge(limit).to(context);
            return;
        }
        // where the length is not said, whoever reads the body counts
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        context.next();
    }

    private boolean isTooLong(String length) {
        return length.length() > 18 || Long.parseLong(length) > limit;
    }
}
