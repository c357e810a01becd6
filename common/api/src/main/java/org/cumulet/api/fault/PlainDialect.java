package org.cumulet.api.fault;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `{"error":{"code":404,"title":"Not Found","message":"…"}}`: identity's wording, and ours where no API prescribes
/// one.
public record PlainDialect(Set<String> paths) implements Dialect {

    @Override
    public Spoken speak(Fault fault, HttpHeaders asked) {
        return Spoken.json(fault.status(), body(fault.status(), fault.text()));
    }

    /// The body alone, also for those who answer outside of JAX-RS.
    public static Map<String, Object> body(int status, String message) {
        return Map.of("error", Map.of("code", status, "title", title(status), "message", message));
    }

    /// The HTTP phrase of a status.
    public static String title(int status) {
        return Optional.ofNullable(Response.Status.fromStatusCode(status))
                .map(Response.Status::getReasonPhrase)
                .orElse(status == 422 ? "Unprocessable Entity" : "Error");
    }
}
