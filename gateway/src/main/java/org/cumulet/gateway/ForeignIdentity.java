package org.cumulet.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;

/// Takes away what a caller says about who they are: that is for the token alone to say.
final class ForeignIdentity implements Handler<RoutingContext> {

    private static final List<String> PREFIXES = List.of(
            "x-user",
            "x-project",
            "x-tenant",
            "x-domain",
            "x-role",
            "x-is-admin",
            "x-identity-status",
            "x-service-",
            "x-system-scope",
            "x-authenticated",
            "x-remote-",
            "remote-user",
            "openstack-system-scope");

    @Override
    public void handle(RoutingContext request) {
        var headers = request.request().headers();
        for (var name : List.copyOf(headers.names())) {
            if (saysWho(normal(name))) {
                headers.remove(name);
            }
        }
        request.next();
    }

    private static boolean saysWho(String name) {
        return !name.equals("x-service-token") && PREFIXES.stream().anyMatch(name::startsWith);
    }

    /// `X_Roles` is `X-Roles` to many a reader.
    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
