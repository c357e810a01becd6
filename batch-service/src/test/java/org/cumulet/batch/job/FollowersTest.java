package org.cumulet.batch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.cumulet.batch.Api;
import org.cumulet.batch.BatchTest;
import org.junit.jupiter.api.Test;

/// Items that wait for earlier ones of their job, and use what was answered to those.
@BatchTest
class FollowersTest {

    private final Api api = Api.somebody();

    @Inject
    @DataSource("batch")
    AgroalDataSource database;

    private static String network(String label, String name, String more) {
        return "{\"name\":\"%s\",\"method\":\"POST\",\"path\":\"/network/v2.0/networks\",\"body\":{\"network\":{\"name\":\"%s\"}}%s}"
                .formatted(label, name, more);
    }

    private String submit(String... operations) {
        return api.accepted("{\"operations\":[%s]}".formatted(String.join(",", operations)));
    }

    private ValidatableResponse refused(String... operations) {
        return api.as()
                .body("{\"operations\":[%s]}".formatted(String.join(",", operations)))
                .post(Api.JOBS)
                .then()
                .statusCode(400);
    }

    @Test
    void areBegunWhenWhatTheyFollowIsDone() {
        var prefix = Api.fresh("slow");
        var job = submit(
                network("first", prefix + "/a", ""),
                network("second", prefix + "/b", ",\"after\":[\"first\"]"),
                network("third", prefix + "/c", ",\"after\":[\"second\",\"first\"]"));

        api.ended(job).body("job.counts.done", is(3));
        assertThat(Api.ask("/network/most?name=" + prefix)).isEqualTo(1);
    }

    @Test
    void sayWhatWasAnsweredToOthers() {
        var prefix = Api.fresh("plain");
        var job = submit(
                network("net", prefix, ""),
                network("named", prefix + "-of-{{net.id}}", ""),
                "{\"method\":\"DELETE\",\"path\":\"/network/v2.0/networks/{{net.network.id}}\",\"after\":[\"named\"]}",
                "{\"launch\":{\"count\":2,\"server\":{\"name\":\"%s-{index}\",\"availability_zone\":\"{{net.id}}\",\"user_data\":\"{{ not ours }}\"}}}"
                        .formatted(prefix));

        api.ended(job).body("job.counts.done", is(5));
        var net = api.items(job, "").extract().<String>path("items[0].resource");
        assertThat(Api.done(prefix + "-of-" + net)).isEqualTo(1);
        assertThat(Api.deleted(prefix)).containsExactly(prefix);
        assertThat(Api.done("null %s %s-2".formatted(net, prefix))).isEqualTo(1);
    }

    @Test
    void mayBeLaunchedAfterOthersAndUseServers() {
        var prefix = Api.fresh("web");
        var job = submit(
                network("net", Api.fresh("slow"), ""),
                "{\"name\":\"db\",\"method\":\"POST\",\"path\":\"/compute/v2.1/servers\",\"body\":{\"server\":{\"name\":\"%s-db\"}}}"
                        .formatted(prefix),
                "{\"launch\":{\"count\":2,\"server\":{\"name\":\"%s-{index}\"}},\"after\":[\"net\",\"db\"]}"
                        .formatted(prefix),
                "{\"method\":\"DELETE\",\"path\":\"/compute/v2.1/servers/{{db.id}}\"}");

        api.ended(job).body("job.counts.done", is(5));
        assertThat(Api.deleted(prefix + "-db")).hasSize(1);
    }

    @Test
    void areNotBegunWhereWhatTheyFollowFails() {
        var never = Api.fresh("plain");
        var job = submit(
                network("net", "refused", ""),
                network("second", never, ",\"after\":[\"net\"]"),
                network("third", never, ",\"after\":[\"second\"]"),
                network("other", "plain", ""));

        api.ended(job).body("job.counts.done", is(1)).body("job.counts.failed", is(3));
        api.items(job, "?status=failed")
                .body("items[1].error", is("Item 0 (net) is not done, and this one was to follow it."))
                .body("items[2].error", is("Item 1 (second) is not done, and this one was to follow it."));
        assertThat(Api.done(never)).isZero();
    }

    @Test
    void areTriedAgainWithWhatTheyFollow() {
        var follower = Api.fresh("plain");
        var job = submit(
                "{\"name\":\"web\",\"method\":\"POST\",\"path\":\"/compute/v2.1/servers\",\"body\":{\"server\":{\"name\":\"%s\"}}}"
                        .formatted(Api.fresh("broken")),
                network("net", follower + "-{{web.id}}", ""));
        api.ended(job).body("job.counts.failed", is(2));

        api.steer(job, "retry-failed").statusCode(202);

        api.ended(job).body("job.counts.done", is(2));
        var web = api.items(job, "").extract().<String>path("items[0].resource");
        assertThat(Api.done(follower + "-" + web)).isEqualTo(1);
    }

    @Test
    void areUndoneBeforeWhatTheyFollow() {
        var prefix = Api.fresh("plain");
        var job = api.accepted("{\"policy\":\"all_or_nothing\",\"operations\":[%s]}"
                .formatted(String.join(
                        ",",
                        network("net", prefix + "/a", ""),
                        network("second", prefix + "/b", ",\"after\":[\"net\"]"),
                        network("third", "refused", ",\"after\":[\"second\"]"))));

        api.ended(job).body("job.state", is("failed")).body("job.counts.undone", is(2));
        assertThat(Api.deleted(prefix)).containsExactlyInAnyOrder(prefix + "/a", prefix + "/b");
    }

    @Test
    void sayWhatIsMissing() {
        var job = submit(network("net", "plain", ""), network("second", "{{net.mtu}}", ""));

        api.ended(job).body("job.counts.failed", is(1));
        api.items(job, "?status=failed").body("items[0].error", is("Item 0 (net) was answered no mtu."));
    }

    @Test
    void cannotBeLedWhereJobsMayNotGo() {
        var job = submit(
                network("net", "auth", ""),
                "{\"method\":\"POST\",\"path\":\"/identity/v3/{{net.name}}/tokens\",\"body\":{}}",
                network("up", "..", ""),
                "{\"method\":\"POST\",\"path\":\"/identity/{{up.name}}/v3\",\"body\":{}}");

        api.ended(job).body("job.counts.failed", is(2));
        api.items(job, "?status=failed")
                .body("items[0].error", is("/identity/v3/auth/tokens: a job cannot make tokens, trusts or credentials"))
                .body("items[1].error", startsWith("/identity/../v3: a path of this cloud is expected"));
    }

    @Test
    void followWhatStandsBeforeThem() {
        refused(
                        network("first", "plain", ",\"after\":[\"second\"]"),
                        network("second", "{{third.id}}", ",\"after\":[\"second\"]"),
                        network("third", "plain", ",\"after\":[7]"),
                        network("fourth", "plain", ",\"after\":\"third\""))
                .body(
                        "error.problems.pointer",
                        is(List.of(
                                "/operations/0/after/0",
                                "/operations/1/after/0",
                                "/operations/1",
                                "/operations/2/after/0",
                                "/operations/2/after/0",
                                "/operations/3/after")));
    }

    /// After an item was done, and before those that follow it were let go.
    @Test
    void areLetGoAlsoWhereAProcessDied() throws SQLException {
        var job = api.accepted("{\"not_before\":\"2096-01-01T00:00:00Z\",\"operations\":[%s,%s]}"
                .formatted(network("net", "plain", ""), network("second", "plain", ",\"after\":[\"net\"]")));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.addBatch(
                    "update item set state = 'done', ended = now(), ended_in = pg_current_xact_id() where job = '%s' and position = 0"
                            .formatted(job));
            statement.addBatch("update job set not_before = null where id = '%s'".formatted(job));
            statement.executeBatch();
        }

        api.ended(job).body("job.counts.done", is(2));
    }
}
