package org.cumulet.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/// A service behind the gateway that tells what it was asked.
final class Backend implements AutoCloseable {

    private static final Buffer PART = Buffer.buffer(new byte[64 * 1024]);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong sent = new AtomicLong();
    private final Queue<HttpConnection> unread = new ConcurrentLinkedQueue<>();
    private final HttpServer server = vertx.createHttpServer(new HttpServerOptions().setMaxInitialLineLength(32768))
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    int port() {
        return server.actualPort();
    }

    /// Bytes given to the connection of an answer without end.
    long sent() {
        return sent.get();
    }

    /// Ends the connections that were never read from.
    void hangUp() {
        unread.forEach(HttpConnection::close);
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        if (path.endsWith("/nothing")) {
            request.response().setStatusCode(204).end();
        } else if (path.contains("/refused")) {
            request.response().setStatusCode(401).end("who are you?");
        } else if (path.endsWith("/dropped")) {
            request.connection().close();
        } else if (path.contains("/never-read")) {
            unread.add(request.pause().connection());
        } else if (path.endsWith("/endless")) {
            request.response().setChunked(true);
            pour(request);
        } else if (path.endsWith("/bytes")) {
            request.response().setChunked(true);
            pour(request, Long.parseLong(request.getParam("count")));
        } else if (path.equals("/q/health/ready")) {
            request.response().end("{\"status\":\"UP\"}");
        } else if (path.equals("/q/openapi")) {
            request.response().end(document());
        } else {
            echo(request);
        }
    }

    private void echo(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        var sum = new CRC32();
        var length = new AtomicLong();
        request.handler(part -> {
            sum.update(part.getBytes());
            length.addAndGet(part.length());
        });
        request.endHandler(_ -> {
            var headers = new JsonObject();
            request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("X-Of-The-Service", "kept")
                    .end(new JsonObject()
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("length", length.get())
                            .put("sum", sum.getValue())
                            .encode());
        });
    }

    private void pour(HttpServerRequest request) {
        while (!request.response().writeQueueFull() && !request.response().closed()) {
            request.response().write(PART);
            sent.addAndGet(PART.length());
        }
        request.response().drainHandler(_ -> pour(request));
    }

    private void pour(HttpServerRequest request, long left) {
        while (left > 0 && !request.response().writeQueueFull()) {
            request.response().write(PART);
            left -= PART.length();
        }
        var rest = left;
        if (rest <= 0) {
            request.response().end();
        } else {
            request.response().drainHandler(_ -> pour(request, rest));
        }
    }

    private static String document() {
        return """
                {"openapi":"3.1.0","paths":{"/compute/v2.1/servers":{"get":{"summary":"Servers",
                "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Server"}}}}}}}},
                "components":{"schemas":{"Server":{"type":"object","properties":{"name":{"type":"string"}}}}}}""";
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
