package org.cumulet.batch.intake;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.cumulet.batch.remote.Answer;
import org.cumulet.batch.remote.Services;

/// Compute, as whoever sends a document may ask it.
///
/// @param token of that caller
record Compute(Services services, String token) {

    /// @param headers beside the token
    /// @param what is asked for
    /// @throws Fault.Unavailable when it cannot be asked
    Answer ask(String path, Map<String, String> headers, String what) {
        try {
            var all = new LinkedHashMap<>(headers);
            all.put("X-Auth-Token", token);
            var answer = services.send("GET", path, all, null);
            if (answer.status() >= 500) {
                throw new Fault.Unavailable("Compute does not tell its %s: %s".formatted(what, answer.message()));
            }
            return answer;
        } catch (IOException e) {
            throw new Fault.Unavailable("Compute cannot be asked for %s; try again.".formatted(what)).because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault.Unavailable("Interrupted while asking compute.").because(e);
        }
    }
}
