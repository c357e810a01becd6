package org.cumulet.compute.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Dialect;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.PlainDialect;
import org.cumulet.api.url.PublicUrl;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/// `{"itemNotFound":{"code":404,"message":"…"}}`: the key goes by the status. Over quota is 403 here.
@Singleton
public class ComputeDialect implements Dialect {

    private final PublicUrl publicUrl;

    ComputeDialect(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/compute");
    }

    @Override
    public Spoken speak(Fault fault, HttpHeaders asked) {
        var status = statusOf(fault);
        if (status == 401) {
            return new Spoken(
                    401,
                    "application/json",
                    PlainDialect.body(401, fault.text()),
                    Map.of("WWW-Authenticate", "Keystone uri=\"%s/identity\"".formatted(base(asked))));
        }
        return Spoken.json(status, Map.of(key(status), Map.of("code", status, "message", fault.text())));
    }

    /// The status by which this API answers it.
    public static int statusOf(Fault fault) {
        return fault instanceof Fault.OverQuota ? 403 : fault.status();
    }

    private String base(HttpHeaders asked) {
        return publicUrl.of(CurrentRequestManager.get().getUriInfo(), asked);
    }

    private static String key(int status) {
        return switch (status) {
            case 400 -> "badRequest";
            case 403 -> "forbidden";
            case 404 -> "itemNotFound";
            case 405 -> "badMethod";
            case 409 -> "conflictingRequest";
            case 413, 429 -> "overLimit";
            case 415 -> "badMediaType";
            case 501 -> "notImplemented";
            case 503 -> "serviceUnavailable";
            default -> "computeFault";
        };
    }
}
