package org.cumulet.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cumulet.api.fault.Fault;

/// How many of something that takes long each project has under way in this process.
public final class Places {

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final int most;

    public Places(int most) {
        this.most = most;
    }

    /// One that is taken.
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /// @param refusal what to say, with the number there are as `%d`
    /// @throws Fault.Other 429 when the project has too many already
    public Place take(String project, String refusal) {
        if (taken.merge(project, 1, Integer::sum) > most) {
            free(project);
            throw new Fault.Other(429, refusal.formatted(most));
        }
        return () -> free(project);
    }

    private void free(String project) {
        taken.compute(project, (_, count) -> count == null || count == 1 ? null : count - 1);
    }
}
