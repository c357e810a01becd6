package org.cumulet.batch;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Dialect;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.PlainDialect;

/// `{"error":{"code":404,"title":"Not Found","message":"…"}}`
@Singleton
class BatchDialect implements Dialect {

    private static final Dialect PLAIN = new PlainDialect(Set.of());

    private final BatchLinks links;

    BatchDialect(BatchLinks links) {
        this.links = links;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/batch");
    }

    @Override
    public Spoken speak(Fault fault, HttpHeaders asked) {
        if (!(fault instanceof Fault.Unauthorized)) {
            return PLAIN.speak(fault, asked);
        }
        var challenge = Map.of("WWW-Authenticate", "Keystone uri=\"%s\"".formatted(links.identity()));
        return new Spoken(401, "application/json", PlainDialect.body(401, fault.text()), challenge);
    }
}
