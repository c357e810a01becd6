package org.cumulet.compute.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a server is in ERROR.
///
/// @param message for its owner: counts, reasons, what would have fitted; no hosts, no paths, no stack traces
/// @param details for admins: may name hosts
public record ServerFault(
        int code, String message, @Nullable String details, Instant created) {

    /// The launch or an action could not be done.
    public static ServerFault of(String message, @Nullable String details, Instant at) {
        return new ServerFault(500, message, details, at);
    }
}
