package org.cumulet.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The gateway's own questions to the services, here or elsewhere.
final class Inside {

    private static final int PATIENCE_MS = 3000;

    private final Map<String, URI> routes;
    private final String pass;
    private final HttpClient client;

    Inside(Vertx vertx, Map<String, URI> routes, String pass) {
        this.routes = routes;
        this.pass = pass;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(1000));
    }

    /// Where each path is served; several may be served by one process. What has no route is served by us, where the
    /// request came in.
    Map<CloudPath, URI> addresses(RoutingContext request) {
        var all = new LinkedHashMap<CloudPath, URI>();
        Arrays.stream(CloudPath.values()).forEach(path -> all.put(path, routes.getOrDefault(path.id(), ours(request))));
        return all;
    }

    private static URI ours(RoutingContext request) {
        SocketAddress here = request.request().localAddress();
        var host = here.hostAddress().contains(":") ? "[" + here.hostAddress() + "]" : here.hostAddress();
        return URI.create("http://" + host + ":" + here.port());
    }

    /// Status and body; fails where nobody answers in time.
    Future<Answer> get(URI service, String path) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(service.getHost().replaceAll("[\\[\\]]", ""))
                .setPort(service.getPort() > 0 ? service.getPort() : 80)
                .setURI(path)
                .setTimeout(PATIENCE_MS)
                .setHeaders(io.vertx.core.http.HttpHeaders.headers()
                        .add("Accept", "application/json")
                        .add(InnerPaths.HEADER, pass));
        return client.request(options)
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body.toString())));
    }

    /// What came back.
    record Answer(int status, String body) {}
}
