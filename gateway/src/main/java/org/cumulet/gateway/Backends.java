package org.cumulet.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Map;

/// Hands a request to the service that owns its path, where that is another process.
final class Backends implements Handler<RoutingContext> {

    private static final int MAX_HEADER_SIZE = 64 * 1024;

    private final Map<String, URI> routes;
    private final long maxBody;
    private final HttpClient client;

    Backends(Vertx vertx, GatewaySettings settings) {
        this.routes = settings.routes();
        this.maxBody = settings.maxBody().asLongValue();
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setIdleTimeout((int) settings.patience().toSeconds())
                        .setKeepAliveTimeout(30)
                        .setMaxWaitQueueSize(settings.maxRequestsPerService())
                        .setMaxHeaderSize(MAX_HEADER_SIZE),
                new PoolOptions().setHttp1MaxSize(settings.maxRequestsPerService()));
    }

    @Override
    public void handle(RoutingContext context) {
        var service = CloudPath.of(context.normalizedPath()).map(CloudPath::id).orElse("");
        var address = routes.get(service);
        if (address == null) {
            context.next();
        } else {
            new Passage(context, service, maxBody).through(client, options(address));
        }
    }

    private static RequestOptions options(URI address) {
        return new RequestOptions().setHost(address.getHost()).setPort(address.getPort() > 0 ? address.getPort() : 80);
    }
}
