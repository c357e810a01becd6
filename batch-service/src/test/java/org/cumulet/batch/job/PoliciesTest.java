package org.cumulet.batch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cumulet.batch.Api;
import org.cumulet.batch.BatchTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@BatchTest
class PoliciesTest {

    private final Api api = Api.somebody();

    @Inject
    @DataSource("batch")
    AgroalDataSource database;

    private String submit(String policy, String... operations) {
        return api.accepted("{%s,\"operations\":[%s]}".formatted(policy, String.join(",", operations)));
    }

    private static String[] networks(String... names) {
        return Arrays.stream(names).map(Api::network).toArray(String[]::new);
    }

    @Nested
    class AllOrNothing {

        private static final String ONE_BY_ONE = "\"policy\":\"all_or_nothing\",\"max_parallel\":1";

        @Test
        void isAllWhereNothingFails() {
            var job = submit("\"policy\":\"all_or_nothing\"", networks("plain", "plain"));

            api.ended(job)
                    .body("job.state", is("completed"))
                    .body("job.policy", is("all_or_nothing"))
                    .body("job.at_least", is(2))
                    .body("job.counts.done", is(2));
        }

        @Test
        void undoesInReverseWhatWasDoneBeforeOneFailed() {
            var prefix = Api.fresh("plain");
            var refused = Api.fresh("refused");
            var job = submit(
                    ONE_BY_ONE, networks(prefix + "/a", prefix + "/b", prefix + "/c", refused, prefix + "/never"));

            api.ended(job)
                    .body("job.state", is("failed"))
                    .body("job.reason", containsString("Item 3 failed: " + refused + " is in use"))
                    .body("job.seconds_left", is(0));
            api.items(job, "").body("items.state", is(List.of("undone", "undone", "undone", "failed", "cancelled")));
            assertThat(Api.deleted(prefix)).containsExactly(prefix + "/c", prefix + "/b", prefix + "/a");
            assertThat(Api.done(prefix + "/never")).isZero();
        }

        @Test
        void takesServersAwayAlsoThoseThatFailed() {
            var prefix = "-" + api.project();
            var job =
                    submit("\"policy\":\"all_or_nothing\"", Api.server("web" + prefix), Api.server("broken" + prefix));

            api.ended(job).body("job.state", is("failed"));
            api.items(job, "")
                    .body("items.state", is(List.of("undone", "failed")))
                    .body("items[1].error", is("No room on 3 hosts"));
            assertThat(Api.deleted("web" + prefix)).hasSize(1);
            assertThat(Api.deleted("broken" + prefix)).hasSize(1);
        }

        @Test
        void waitsForWhatIsInTheWayOfUndoing() {
            var clingy = Api.fresh("clingy");
            var job = submit(ONE_BY_ONE, networks(clingy, "refused"));

            api.ended(job).body("job.state", is("failed")).body("job.counts.undone", is(1));
            assertThat(Api.deleted(clingy)).hasSize(1);
        }

        @Test
        void saysWhatStaysAndWhy() {
            var sticky = Api.fresh("sticky");
            var put = "{\"method\":\"PUT\",\"path\":\"/network/v2.0/networks/1\",\"body\":{\"network\":{}}}";
            var job = submit(ONE_BY_ONE, Api.network(sticky), put, Api.network("refused"));

            api.ended(job).body("job.state", is("failed")).body("job.counts.kept", is(2));
            api.items(job, "?status=kept")
                    .body(
                            "items.error",
                            is(List.of(
                                    "It stays: " + sticky + " has ports",
                                    "It stays: PUT /network/v2.0/networks/1 cannot be undone.")));
        }

        @Test
        void isNothingWhenCancelled() {
            var prefix = Api.fresh("slow");
            var names = IntStream.range(0, 12).mapToObj(it -> prefix + "/" + it).toArray(String[]::new);
            var job = submit(ONE_BY_ONE, networks(names));

            api.steer(job, "cancel").statusCode(202);

            api.ended(job).body("job.state", is("cancelled")).body("job.counts.done", is(0));
            assertThat(Arrays.stream(names).filter(it -> Api.done(it) > 0))
                    .containsExactlyInAnyOrderElementsOf(Api.deleted(prefix));
        }

        @Test
        void isNotTriedAgain() {
            var job = submit(ONE_BY_ONE, networks("plain", "refused"));
            api.ended(job);

            api.steer(job, "retry-failed").statusCode(409).body("error.message", containsString("send it again"));
        }
    }

    @Nested
    class AtLeast {

        @Test
        void isEnough() {
            var job = submit("\"at_least\":2", networks("plain", "refused", "plain"));

            api.ended(job)
                    .body("job.state", is("completed"))
                    .body("job.policy", is("at_least"))
                    .body("job.counts.done", is(2))
                    .body("job.counts.failed", is(1));
        }

        @Test
        void isGivenUpWhenSoManyCannotBeDoneAnyMore() {
            var job = submit("\"at_least\":3,\"max_parallel\":1", networks("plain", "refused", "refused", "plain"));

            api.ended(job)
                    .body("job.state", is("failed"))
                    .body("job.reason", containsString("3 of its 4 items had to be done"));
            api.items(job, "").body("items.state", is(List.of("undone", "failed", "failed", "cancelled")));
        }

        @Test
        void canStillBeReachedByTryingAgain() {
            var job = submit("\"at_least\":1", Api.server(Api.fresh("broken")), Api.server(Api.fresh("web")));
            api.ended(job).body("job.state", is("completed")).body("job.counts.failed", is(1));

            api.steer(job, "retry-failed").statusCode(202);

            api.ended(job).body("job.counts.done", is(2));
        }
    }

    @Nested
    class AProcessThatDied {

        /// As it left a job whose items it had begun, one of them without knowing what came of it.
        private void leaves(String job, String state, String item) throws SQLException {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.addBatch(
                        "update item set state = '%s', owner = gen_random_uuid(), lease_until = now() + interval '1 second', attempts = 1, started = now() where job = '%s' and position = 0"
                                .formatted(item, job));
                statement.addBatch(
                        "update job set state = '%s', not_before = null where id = '%s'".formatted(state, job));
                statement.executeBatch();
            }
        }

        private String later(String... names) {
            return submit("\"policy\":\"all_or_nothing\",\"not_before\":\"2096-01-01T00:00:00Z\"", networks(names));
        }

        @Test
        void leavesNothingThatIsNotUndone() throws Exception {
            for (var state : List.of("undoing", "cancelling")) {
                var begun = Api.fresh("plain");
                var job = later(begun, "plain");

                leaves(job, state, "running");

                api.ended(job).body("job.state", is(state.equals("undoing") ? "failed" : "cancelled"));
                api.items(job, "").body("items.state", is(List.of("undone", "cancelled")));
                assertThat(Api.deleted(begun)).hasSize(1);
            }
        }

        @Test
        void leavesUndoingToOthers() throws Exception {
            var job = later("plain", "plain");

            leaves(job, "undoing", "undoing");

            api.ended(job).body("job.state", is("failed")).body("job.counts.cancelled", is(1));
        }
    }

    @Test
    void policiesAreAskedForInTermsThatExist() {
        for (var policy : List.of(
                "\"policy\":\"some\"",
                "\"policy\":\"at_least\"",
                "\"policy\":\"all_or_nothing\",\"at_least\":1",
                "\"policy\":\"best_effort\",\"at_least\":1",
                "\"at_least\":0",
                "\"at_least\":2")) {
            api.as()
                    .body("{%s,\"operations\":[%s]}".formatted(policy, Api.network("plain")))
                    .post(Api.JOBS)
                    .then()
                    .statusCode(400)
                    .body(
                            "error.problems.pointer",
                            equalTo(List.of(policy.contains("some") ? "/policy" : "/at_least")));
        }
    }
}
