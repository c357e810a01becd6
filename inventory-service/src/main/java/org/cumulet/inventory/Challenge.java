package org.cumulet.inventory;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.cumulet.api.fault.Dialect.Spoken;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.PlainDialect;
import org.cumulet.api.url.PublicUrl;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/// What callers without a valid token are told everywhere, and where they get one.
@Singleton
public class Challenge {

    private final PublicUrl url;

    Challenge(PublicUrl url) {
        this.url = url;
    }

    public Spoken of(Fault fault, HttpHeaders asked) {
        var base = url.of(CurrentRequestManager.get().getUriInfo(), asked);
        return new Spoken(
                fault.status(),
                "application/json",
                PlainDialect.body(fault.status(), fault.text()),
                Map.of("WWW-Authenticate", "Keystone uri=\"%s/identity\"".formatted(base)));
    }
}
