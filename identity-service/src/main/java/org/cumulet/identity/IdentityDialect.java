package org.cumulet.identity;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Dialect;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.PlainDialect;
import org.cumulet.identity.wire.Links;

/// Keystone's errors: `{"error":{"code":404,"title":"Not Found","message":"…"}}`.
@Singleton
class IdentityDialect implements Dialect {

    private final Links links;

    IdentityDialect(Links links) {
        this.links = links;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/identity");
    }

    @Override
    public Spoken speak(Fault fault, HttpHeaders asked) {
        var body = PlainDialect.body(fault.status(), text(fault));
        return switch (fault) {
            case Fault.Unauthorized _ -> new Spoken(401, "application/json", body, challenge());
            default -> Spoken.json(fault.status(), body);
        };
    }

    private Map<String, String> challenge() {
        return Map.of("WWW-Authenticate", "Keystone uri=\"%s\"".formatted(links.root()));
    }

    private static String text(Fault fault) {
        return fault instanceof Fault.Forbidden
                ? fault.name()
                        .map("You are not authorized to perform the requested action: %s."::formatted)
                        .orElse(fault.text())
                : fault.text();
    }
}
