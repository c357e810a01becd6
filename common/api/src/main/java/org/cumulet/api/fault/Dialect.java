package org.cumulet.api.fault;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/// How one service words its errors. Each service has exactly one, as a bean; it owns the paths below its prefixes.
public interface Dialect {

    /// First segments this dialect answers for, with their slash: `/compute`.
    java.util.Set<String> paths();

    /// The fault in this dialect.
    Spoken speak(Fault fault, HttpHeaders asked);

    /// What goes over the wire.
    ///
    /// @param status HTTP status
    /// @param mediaType content type of the body
    /// @param body serialised as JSON unless it is a string
    /// @param headers more headers; never null
    record Spoken(int status, String mediaType, Object body, Map<String, String> headers) {
        public static Spoken json(int status, Object body) {
            return new Spoken(status, "application/json", body, Map.of());
        }
    }
}
