package org.cumulet.network.wire;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cumulet.api.fault.Dialect;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.PlainDialect;
import org.cumulet.api.url.PublicUrl;

/// `{"NeutronError":{"type":"NetworkNotFound","message":"…","detail":""}}`; only 401 is worded as everywhere.
@Singleton
class NeutronDialect implements Dialect {

    private final PublicUrl url;

    NeutronDialect(PublicUrl url) {
        this.url = url;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/network");
    }

    @Override
    public Spoken speak(Fault fault, HttpHeaders asked) {
        if (fault instanceof Fault.Unauthorized) {
            var challenge = Map.of("WWW-Authenticate", "Keystone uri=\"%s/identity\"".formatted(base(asked)));
            return new Spoken(401, "application/json", PlainDialect.body(401, fault.text()), challenge);
        }
        var error = Map.of("type", type(fault), "message", message(fault), "detail", "");
        return Spoken.json(fault instanceof Fault.OverQuota ? 409 : fault.status(), Map.of("NeutronError", error));
    }

    private static String type(Fault fault) {
        return switch (fault) {
            case Fault.Forbidden _ -> "PolicyNotAuthorized";
            case Fault.BadRequest it -> it.name().orElse("HTTPBadRequest");
            case Fault.NotFound it ->
                it.name().orElse(it.kind().equals("Resource") ? "HTTPNotFound" : it.kind() + "NotFound");
            case Fault.Conflict it -> it.name().orElse("HTTPConflict");
            case Fault.OverQuota _ -> "OverQuota";
            case Fault.Unavailable it -> it.name().orElse("ServiceUnavailable");
            case Fault.Other it -> it.name().orElse("HTTP" + it.status());
            case Fault.Unauthorized _ -> "HTTPUnauthorized";
            case Fault.NotAllowed _ -> "HTTPMethodNotAllowed";
            case Fault.NotAcceptable _ -> "HTTPNotAcceptable";
            case Fault.Gone _ -> "HTTPGone";
            case Fault.TooLarge _ -> "HTTPRequestEntityTooLarge";
            case Fault.BadMediaType _ -> "HTTPUnsupportedMediaType";
            case Fault.Unprocessable _ -> "HTTPUnprocessableEntity";
            case Fault.NotImplemented _ -> "HTTPNotImplemented";
            case Fault.Internal _ -> "HTTPInternalServerError";
        };
    }

    private static String message(Fault fault) {
        return fault instanceof Fault.Forbidden
                ? fault.name().map("rule:%s is disallowed by policy"::formatted).orElse(fault.text())
                : fault.text();
    }

    private String base(HttpHeaders asked) {
        return url.configured()
                .orElseGet(() -> first(asked, "X-Forwarded-Proto").orElse("http") + "://"
                        + first(asked, "X-Forwarded-Host")
                                .or(() -> first(asked, HttpHeaders.HOST))
                                .orElse("localhost"));
    }

    private static Optional<String> first(HttpHeaders asked, String name) {
        return Optional.ofNullable(asked.getHeaderString(name))
                .map(list -> list.split(",", 2)[0].strip())
                .filter(value -> value.matches("[A-Za-z0-9.:\\[\\]-]{1,255}"));
    }
}
