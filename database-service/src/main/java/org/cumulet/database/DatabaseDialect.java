package org.cumulet.database;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Dialect;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.PlainDialect;

/// `{"itemNotFound":{"code":404,"message":"…"}}`, as Trove words it.
@Singleton
class DatabaseDialect implements Dialect {

    private final DatabaseLinks links;

    DatabaseDialect(DatabaseLinks links) {
        this.links = links;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/database");
    }

    @Override
    public Spoken speak(Fault fault, HttpHeaders asked) {
        var status = fault.status();
        if (status == 401) {
            var challenge = Map.of("WWW-Authenticate", "Keystone uri=\"%s\"".formatted(links.identity()));
            return new Spoken(401, "application/json", PlainDialect.body(401, fault.text()), challenge);
        }
        return Spoken.json(status, Map.of(key(status), Map.of("code", status, "message", fault.text())));
    }

    private static String key(int status) {
        return switch (status) {
            case 400 -> "badRequest";
            case 403 -> "forbidden";
            case 404 -> "itemNotFound";
            case 405 -> "badMethod";
            case 409 -> "conflict";
            case 413 -> "overLimit";
            case 415 -> "badMediaType";
            case 422 -> "unprocessableEntity";
            case 501 -> "notImplemented";
            case 503 -> "serviceUnavailable";
            default -> "instanceFault";
        };
    }
}
