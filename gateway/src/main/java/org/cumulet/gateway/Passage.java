package org.cumulet.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One request's way to a service and back.
final class Passage implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);
    private static final Duration LINGERING = Duration.ofSeconds(10);
    private static final List<String> OF_THE_CONNECTION = List.of("Connection", "Keep-Alive", "Upgrade", "Trailer");

    private final RoutingContext context;
    private final String service;
    private final long maxBody;
    private @Nullable HttpClientRequest origin;
    private @Nullable CountedBody counted;

    Passage(RoutingContext context, String service, long maxBody) {
        this.context = context;
        this.service = service;
        this.maxBody = maxBody;
    }

    void through(HttpClient client, RequestOptions address) {
        context.addEndHandler(_ -> hangUpOnWhoeverGoesOnSending());
        HttpProxy.reverseProxy(client)
                .originRequestProvider((_, _) -> client.request(address).onSuccess(this::begin))
                .addInterceptor(this)
                .handle(context.request());
    }

    private void begin(HttpClientRequest request) {
        origin = request;
        request.exceptionHandler(trouble -> LOG.debugf("Request to %s: %s", service, trouble.getMessage()));
        if ("100-continue".equalsIgnoreCase(context.request().getHeader("Expect"))) {
            askBeforeTheBody(request);
        }
    }

    /// The service sees the head alone, as soon as that is complete, and says whether it wants the body.
    private void askBeforeTheBody(HttpClientRequest request) {
        request.continueHandler(_ -> context.response().writeContinue());
        Vertx.currentContext().runOnContext(_ -> request.sendHead());
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext passage) {
        var request = passage.request();
        var body = request.getBody();
        if (body.length() < 0 && !CloudPath.isStream(context.normalizedPath())) {
            counted = new CountedBody(body.stream(), maxBody);
            request.setBody(Body.body(counted));
        }
        return passage.sendRequest().recover(trouble -> Future.succeededFuture(refused(passage, trouble)));
    }

    private ProxyResponse refused(ProxyContext passage, Throwable trouble) {
        var refusal = counted != null && counted.isTooLong() ? Refusal.tooLarge(maxBody) : Refusal.unavailable(service);
        if (refusal.status() == 503 && !context.response().closed()) {
            LOG.warnf("The %s service does not answer: %s", service, trouble.getMessage());
        }
        var response = passage.request().release().response().setStatusCode(refusal.status());
        refusal.headers().forEach(response::putHeader);
        return response.setBody(Body.body(Buffer.buffer(refusal.json())));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext passage) {
        if (origin != null) {
            OF_THE_CONNECTION.forEach(passage.response().headers()::remove);
        }
        return passage.sendResponse();
    }

    /// A caller that has its answer and still sends its body gets time to notice, but nobody reads it any more.
    private void hangUpOnWhoeverGoesOnSending() {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        if (origin != null) {
            origin.reset();
        }
        request.handler(_ -> {});
        request.resume();
        context.vertx().setTimer(LINGERING.toMillis(), _ -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}
