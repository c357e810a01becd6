package org.cumulet.batch.intake;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cumulet.api.fault.Fault;
import org.cumulet.batch.BatchSettings;

/// How many documents are read for each project at the moment, in this process.
@Singleton
class Uploads {

    private final Map<String, Integer> reading = new ConcurrentHashMap<>();
    private final int most;

    Uploads(BatchSettings settings) {
        this.most = settings.uploadsAtOnce();
    }

    /// One that is being read.
    interface Upload extends AutoCloseable {
        @Override
        void close();
    }

    /// @throws Fault.Other 429 when the project has too many already
    Upload begin(String project) {
        if (reading.merge(project, 1, Integer::sum) > most) {
            end(project);
            throw new Fault.Other(
                    429, "%d documents of this project are being read; send this one later.".formatted(most));
        }
        return () -> end(project);
    }

    private void end(String project) {
        reading.compute(project, (_, count) -> count == null || count == 1 ? null : count - 1);
    }
}
