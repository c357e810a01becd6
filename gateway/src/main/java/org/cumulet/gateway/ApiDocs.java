package org.cumulet.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `/docs`: what the whole cloud can be asked, for people and for programs.
final class ApiDocs {

    private static final Map<String, String> TYPES = Map.of(
            "docs.html", "text/html; charset=utf-8",
            "docs.css", "text/css; charset=utf-8",
            "docs.js", "text/javascript; charset=utf-8");

    private final Inside inside;
    private final Remembered<ApiDocument> known;
    private final Map<String, Buffer> files =
            TYPES.keySet().stream().collect(Collectors.toMap(name -> name, ApiDocs::read));

    ApiDocs(Inside inside, Clock clock) {
        this.inside = inside;
        this.known = new Remembered<>(clock, Duration.ofSeconds(10));
    }

    void document(RoutingContext context) {
        known.or(() -> collect(inside.addresses(context)))
                .onSuccess(document -> context.response()
                        .putHeader("Content-Type", "application/json")
                        .end(document.json(URI.create("/"))))
                .onFailure(context::fail);
    }

    private Future<ApiDocument> collect(Map<CloudPath, URI> addresses) {
        var names = new LinkedHashMap<URI, String>();
        addresses.forEach((path, address) -> names.putIfAbsent(address, path.id()));
        var questions = new LinkedHashMap<String, Future<Inside.Answer>>();
        names.forEach((address, name) -> questions.put(name, inside.get(address, "/q/openapi?format=json")));
        return Future.join(Stream.concat(questions.values().stream(), Stream.of(Future.succeededFuture()))
                        .toList())
                .transform(_ -> Future.succeededFuture(merge(questions)));
    }

    /// Services that do not answer are left out. Where all live in one process there is one document, as it is.
    private static ApiDocument merge(Map<String, Future<Inside.Answer>> answers) {
        var document = new ApiDocument();
        answers.forEach((name, answer) -> {
            if (answer.succeeded() && answer.result().status() == 200) {
                document.add(
                        answers.size() == 1 ? "" : name + ".", answer.result().body());
            }
        });
        return document;
    }

    /// A page without a word of script or style in it, so that nothing but our own files may run there.
    void file(RoutingContext context, String name) {
        context.response()
                .putHeader("Content-Type", TYPES.get(name))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'")
                .end(files.get(name));
    }

    private static Buffer read(String name) {
        try (var in = ApiDocs.class.getResourceAsStream("/docs/" + name)) {
            if (in == null) {
                throw new IllegalStateException("docs/%s is not in this build".formatted(name));
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
