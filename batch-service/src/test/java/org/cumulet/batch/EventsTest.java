package org.cumulet.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.cumulet.batch.job.JobEvent;
import org.cumulet.testing.contract.EventContract;
import org.cumulet.testing.contract.HeardEvents;
import org.junit.jupiter.api.Test;

@BatchTest
class EventsTest {

    private static final String OURS = "org.cumulet.batch.job.";

    private final Api api = Api.somebody();

    @Test
    void theLifeOfAJobIsToldInOrder() throws Exception {
        var job = api.accepted(
                "{\"not_before\":\"2096-01-01T00:00:00Z\",\"operations\":[%s]}".formatted(Api.network("plain-secret")));
        api.steer(job, "pause").statusCode(202);
        api.steer(job, "resume").statusCode(202);
        api.steer(job, "cancel").statusCode(202);

        try (var heard = HeardEvents.on("batch.job")) {
            var told = heard.of(job, 4);
            assertThat(told.stream().map(event -> event.type().replace(OURS, "")))
                    .containsExactly("accepted", "paused", "resumed", "ended");
            for (var event : told) {
                assertThat(EventContract.of(event.type()).violations(event.payload()))
                        .as(event.payload())
                        .isEmpty();
                assertThat(event.payload()).doesNotContain("plain-secret");
            }
        }
    }

    @Test
    void everyItemTellsItsEnd() throws Exception {
        var job = api.submitNetworks("refused-" + api.project());
        api.ended(job);
        api.steer(job, "retry-failed").statusCode(202);

        try (var heard = HeardEvents.on("batch.job")) {
            var told = heard.of(job, 6);
            assertThat(told.stream().map(event -> event.type().replace(OURS, "")))
                    .containsExactly("accepted", "item_ended", "ended", "retried", "item_ended", "ended");
            for (var event : told) {
                assertThat(EventContract.of(event.type()).violations(event.payload()))
                        .as(event.payload())
                        .isEmpty();
            }
        }
    }

    @Test
    void aJobThatIsUndoneTellsOfThat() throws Exception {
        var job = api.accepted("{\"policy\":\"all_or_nothing\",\"max_parallel\":1,\"operations\":[%s,%s]}"
                .formatted(Api.network(Api.fresh("plain")), Api.network(Api.fresh("refused"))));

        try (var heard = HeardEvents.on("batch.job")) {
            var told = heard.of(job, 6);
            assertThat(told.stream().map(event -> event.type().replace(OURS, "")))
                    .containsExactly("accepted", "item_ended", "item_ended", "undoing", "item_undone", "failed");
            for (var event : told) {
                assertThat(EventContract.of(event.type()).violations(event.payload()))
                        .as(event.payload())
                        .isEmpty();
            }
        }
    }

    @Test
    void everyPromiseIsOneOfOurs() {
        assertThat(EventContract.types().stream().filter(type -> type.startsWith(OURS)))
                .hasSize(JobEvent.class.getPermittedSubclasses().length);
    }
}
