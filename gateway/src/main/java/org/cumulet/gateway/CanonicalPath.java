package org.cumulet.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/// One spelling per path, so that `//identity//v3/../v3` cannot mean one thing here and another behind: it begins anew
/// as `/identity/v3`.
///
/// What follows `/object-store/` is left as it is, byte by byte.
final class CanonicalPath implements Handler<RoutingContext> {

    /// No control characters, plain or encoded, no backslash, nothing that no URI may hold. Possessive, since what
    /// backtracks
    /// needs a stack as deep as the path is long.
    private static final Pattern CLEAN =
            Pattern.compile("/(?:[A-Za-z0-9!$&'()*+,;=:@/._~|-]|%(?![01][0-9A-Fa-f]|7[Ff])[0-9A-Fa-f]{2})*+");

    @Override
    public void handle(RoutingContext context) {
        var path = context.request().path();
        if (path == null || !CLEAN.matcher(path).matches()) {
            new Refusal(400, "The path of the request is malformed.").to(context);
            return;
        }
        var canonical = context.normalizedPath();
        if (canonical.equals(path) || CloudPath.isVerbatim(path)) {
            context.next();
            return;
        }
        var query = context.request().query();
        context.reroute(query == null ? canonical : canonical + "?" + query);
    }
}
