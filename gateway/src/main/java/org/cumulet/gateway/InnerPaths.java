package org.cumulet.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/// `/q/…` is for the inside: health, metrics, API documents. The gateway itself gets in with a pass that nobody else
/// can know.
final class InnerPaths implements Handler<RoutingContext> {

    static final String HEADER = "X-Cumulet-Pass";
    private static final String TOP = "/q";

    private final String pass = UUID.randomUUID().toString();
    private final List<String> open;

    InnerPaths(List<String> open) {
        this.open = open;
    }

    String pass() {
        return pass;
    }

    @Override
    public void handle(RoutingContext context) {
        var shown = context.request().getHeader(HEADER);
        context.request().headers().remove(HEADER);
        var path = context.normalizedPath();
        if (CloudPath.isBelow(path, TOP) && !open.contains(path) && !isOurs(shown)) {
            Refusal.notFound().to(context);
        } else {
            context.next();
        }
    }

    private boolean isOurs(@org.jspecify.annotations.Nullable String shown) {
        return shown != null && MessageDigest.isEqual(bytes(shown), bytes(pass));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
