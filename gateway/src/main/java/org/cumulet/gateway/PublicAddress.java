package org.cumulet.gateway;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells the services under which address they were called, so that links lead back here.
final class PublicAddress implements Handler<RoutingContext> {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,255}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,64}](:\\d{1,5})?");
    private static final List<String> FORWARDED = List.of(
            "Forwarded",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Server",
            "X-Forwarded-Ssl",
            "X-Real-IP",
            "X-Original-URL",
            "X-Rewrite-URL");

    private static final Refusal NO_HOST = new Refusal(400, "The Host header is missing or malformed.");

    private final boolean trusting;

    PublicAddress(boolean trusting) {
        this.trusting = trusting;
    }

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        var headers = request.headers();
        var host = said(headers, "X-Forwarded-Host");
        var scheme = said(headers, "X-Forwarded-Proto");
        var prefix = said(headers, "X-Forwarded-Prefix");
        var from = said(headers, "X-Forwarded-For");
        FORWARDED.forEach(headers::remove);
        var address = host == null ? headers.get("Host") : host;
        if (address == null || !HOST.matcher(address).matches()) {
            NO_HOST.to(context);
            return;
        }
        headers.set("X-Forwarded-Host", address);
        headers.set(
                "X-Forwarded-Proto",
                "https".equals(scheme) || "http".equals(scheme) ? scheme : String.valueOf(request.scheme()));
        headers.set("X-Forwarded-For", (from == null ? "" : from + ", ") + caller(request));
        if (prefix != null && prefix.startsWith("/")) {
            headers.set("X-Forwarded-Prefix", prefix);
        }
        context.next();
    }

    /// The router itself lets no request without a Host pass.
    static void failed(RoutingContext context) {
        if (context.statusCode() == 400 && context.request().getHeader("Host") == null) {
            NO_HOST.to(context);
        } else {
            context.next();
        }
    }

    private @Nullable String said(MultiMap headers, String name) {
        return trusting ? headers.get(name) : null;
    }

    private static String caller(HttpServerRequest request) {
        var address = request.remoteAddress();
        return address == null ? "unknown" : address.hostAddress();
    }
}
