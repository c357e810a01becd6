package org.cumulet.inventory.server;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What compute says there is.
public interface Servers {

    /// All servers of all projects.
    ///
    /// @throws NobodyAnswers when compute cannot be asked
    Map<UUID, Server> all();

    /// @param host the name of the host it is on, if it is on one
    /// @param leaving it is being deleted
    record Server(
            UUID id, String name, String status, @Nullable String host, boolean leaving) {}

    /// Compute is away, or not part of this cloud.
    final class NobodyAnswers extends RuntimeException {
        private static final long serialVersionUID = 1;

        NobodyAnswers(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
