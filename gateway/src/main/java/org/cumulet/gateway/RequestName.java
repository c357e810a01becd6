package org.cumulet.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.cumulet.api.request.RequestId;

/// Every request has a name, inside and in the answer: its own if it came with a well-formed one, else a new one.
final class RequestName implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext request) {
        var given = request.request().getHeader(RequestId.HEADER);
        var name = given != null && RequestId.isWellFormed(given) ? given : RequestId.fresh();
        request.request().headers().set(RequestId.HEADER, name);
        request.addHeadersEndHandler(_ -> {
            if (!request.response().headers().contains(RequestId.HEADER)) {
                request.response().putHeader(RequestId.HEADER, name);
            }
        });
        request.next();
    }
}
