package org.cumulet.systemtests.jobs;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.cumulet.systemtests.cloud.Api;

/// The jobs of one caller.
record Jobs(Api api) {

    /// Answers its id.
    ///
    /// @param operations JSON objects with commas between them
    String submit(String operations) {
        return api.post("/batch/v1/jobs", "{\"operations\": [%s]}".formatted(operations))
                .expect(202)
                .at("/job/id");
    }

    JsonNode ended(String job, Duration patience) {
        return await().atMost(patience)
                .until(() -> show(job, 20), it -> !it.path("ended_at").isNull());
    }

    /// @param wait at most so many seconds for its end
    JsonNode show(String job, int wait) {
        return api.get("/batch/v1/jobs/%s?wait=%d".formatted(job, wait))
                .expect(200)
                .json()
                .path("job");
    }
}
