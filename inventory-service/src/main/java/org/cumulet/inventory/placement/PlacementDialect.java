package org.cumulet.inventory.placement;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Dialect;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.PlainDialect;
import org.cumulet.api.version.Microversion;
import org.cumulet.inventory.Challenge;
import org.jboss.logging.MDC;

/// `{"errors":[{"status":404,"title":"Not Found","detail":"…","request_id":"req-…","code":"placement.…"}]}`
@Singleton
class PlacementDialect implements Dialect {

    private static final String UNNAMED = "placement.undefined_code";

    private final Challenge challenge;

    PlacementDialect(Challenge challenge) {
        this.challenge = challenge;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/placement");
    }

    @Override
    public Spoken speak(Fault fault, HttpHeaders asked) {
        return fault instanceof Fault.Unauthorized
                ? challenge.of(fault, asked)
                : Spoken.json(fault.status(), Map.of("errors", List.of(error(fault))));
    }

    private static Map<String, Object> error(Fault fault) {
        var error = new LinkedHashMap<String, Object>();
        error.put("status", fault.status());
        error.put("title", PlainDialect.title(fault.status()));
        error.put("detail", fault.text());
        error.put("request_id", MDC.get("request_id"));
        if (Microversion.atLeast(PlacementVersions.ERROR_CODES)) {
            error.put(
                    "code",
                    fault.name().filter(name -> name.startsWith("placement.")).orElse(UNNAMED));
        }
        if (fault instanceof Fault.NotAcceptable unknown) {
            unknown.minimum().ifPresent(version -> error.put("min_version", version));
            unknown.maximum().ifPresent(version -> error.put("max_version", version));
        }
        return error;
    }
}
