package org.cumulet.batch.outcome;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cumulet.api.fault.Fault;
import org.cumulet.batch.BatchSettings;

/// How many watch jobs of each project at the moment, in this process.
@Singleton
class Streams {

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final int most;

    Streams(BatchSettings settings) {
        this.most = settings.streamsAtOnce();
    }

    /// @throws Fault.Other 429 when the project has too many already
    void open(String project) {
        if (open.merge(project, 1, Integer::sum) > most) {
            close(project);
            throw new Fault.Other(429, "%d callers of this project watch jobs already.".formatted(most));
        }
    }

    void close(String project) {
        open.compute(project, (_, count) -> count == null || count == 1 ? null : count - 1);
    }
}
