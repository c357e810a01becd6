package org.cumulet.batch.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cumulet.batch.Api;
import org.cumulet.batch.BatchTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@BatchTest
class JobsTest {

    private final Api api = Api.somebody();

    @Nested
    class AnItem {

        @Test
        void saysWhatItMade() {
            var job = api.submitNetworks("plain-" + api.project());

            api.ended(job)
                    .body("job.state", is("completed"))
                    .body("job.counts.done", is(1))
                    .body("job.seconds_left", is(0));
            api.items(job, "")
                    .body("items[0].state", is("done"))
                    .body("items[0].attempts", is(1))
                    .body("items[0].status", is(201))
                    .body("items[0].resource", notNullValue())
                    .body("items[0].request_id", startsWith("req-"));
        }

        @Test
        void saysWhyItFailed() {
            var name = Api.fresh("refused");
            var job = api.submitNetworks(name);

            api.ended(job).body("job.counts.failed", is(1));
            api.items(job, "?status=failed")
                    .body("items[0].status", is(409))
                    .body("items[0].error", is(name + " is in use"))
                    .body("items[0].attempts", is(1));
        }

        @Test
        void isTriedAgainWhereTheServiceIsAway() {
            var name = Api.fresh("flaky");
            var job = api.submitNetworks(name);

            api.ended(job).body("job.counts.done", is(1));
            api.items(job, "").body("items[0].attempts", is(3));
            assertThat(Api.done(name)).isEqualTo(1);
        }

        @Test
        void isDoneOnceWhereTheAnswerIsLost() {
            var name = Api.fresh("lost");
            var job = api.submitNetworks(name);

            api.ended(job).body("job.counts.done", is(1));
            api.items(job, "").body("items[0].attempts", greaterThan(1));
            assertThat(Api.done(name)).isEqualTo(1);
        }

        @Test
        void thatLaunchesAServerIsDoneWhenTheServerIsActive() {
            var job = api.submit(Api.server(Api.fresh("web")));

            api.ended(job).body("job.counts.done", is(1));
            api.items(job, "").body("items[0].seconds", greaterThan(0.4f));
        }

        @Test
        void thatLaunchesAServerSaysWhatTheServerSays() {
            var job = api.submit(Api.server(Api.fresh("broken")));

            api.ended(job).body("job.counts.failed", is(1));
            api.items(job, "").body("items[0].error", is("No room on 3 hosts"));
        }
    }

    @Nested
    class Launches {

        @Test
        void areAskedForManyInOneCallAndAnsweredOneByOne() {
            var calls = Api.done("calls-for-many");
            var names = IntStream.range(0, 300)
                    .mapToObj(it -> Api.fresh(it == 7 ? "refused" : it == 8 ? "broken" : "web"))
                    .toList();
            var job = api.submit(names.stream().map(Api::server).collect(Collectors.joining(",")));

            api.ended(job).body("job.counts.done", is(298)).body("job.counts.failed", is(2));
            api.items(job, "?status=failed")
                    .body("items.error", is(List.of("Quota exceeded for instances", "No room on 3 hosts")))
                    .body("items.position", is(List.of(7, 8)));
            assertThat(Api.done("calls-for-many") - calls).isBetween(1, 10);
        }

        @Test
        void areMadeOnceWhereTheAnswerForManyIsLost() {
            var lost = Api.fresh("lost");
            var web = Api.fresh("web");
            var job = api.submit(Api.server(lost) + "," + Api.server(web));

            api.ended(job).body("job.counts.done", is(2));
            assertThat(Api.done(lost)).isEqualTo(1);
            assertThat(Api.done(web)).isEqualTo(1);
        }
    }

    @Nested
    class WhatFailed {

        @Test
        void isTriedAgainAndWhatItLeftIsTakenAway() {
            var job = api.submit(Api.server(Api.fresh("broken")) + "," + Api.server(Api.fresh("web")));
            api.ended(job).body("job.counts.failed", is(1)).body("job.counts.done", is(1));
            var deleted = Api.done("deleted");

            api.steer(job, "retry-failed").statusCode(202).body("job.state", is("running"));

            api.ended(job).body("job.counts.failed", is(0)).body("job.counts.done", is(2));
            assertThat(Api.done("deleted")).isEqualTo(deleted + 1);
        }

        @Test
        void mustBeThereToBeTriedAgain() {
            var job = api.submitNetworks("plain");
            api.ended(job);

            api.steer(job, "retry-failed").statusCode(409);
        }
    }

    @Nested
    class Steering {

        private String later() {
            return api.accepted("{\"not_before\":\"2096-01-01T00:00:00Z\",\"operations\":[%s,%s]}"
                    .formatted(Api.network("plain"), Api.network("plain")));
        }

        @Test
        void aJobWaitsForItsTime() {
            api.as()
                    .get(Api.JOBS + "/" + later() + "?wait=1")
                    .then()
                    .body("job.state", is("running"))
                    .body("job.counts.queued", is(2));
        }

        @Test
        void nothingIsBegunAfterTheDeadline() {
            var deadline = Instant.now().plusSeconds(4);
            var names = IntStream.range(0, 36)
                    .mapToObj(_ -> Api.network("slow-" + api.project() + "/1"))
                    .collect(Collectors.joining(","));
            var job = api.accepted(
                    "{\"deadline\":\"%s\",\"max_parallel\":1,\"operations\":[%s]}".formatted(deadline, names));

            api.ended(job)
                    .body("job.state", is("completed"))
                    .body("job.reason", containsString("deadline"))
                    .body("job.counts.failed", greaterThan(0));
            api.items(job, "?status=failed")
                    .body("items[0].attempts", is(0))
                    .body("items[0].error", containsString("The deadline of the job has passed"));

            api.steer(job, "retry-failed").statusCode(202).body("job.deadline", nullValue());
            api.ended(job).body("job.counts.done", is(36));
        }

        @Test
        void aDeadlineIsStillToCome() {
            api.as()
                    .body("{\"deadline\":\"2026-01-01T00:00:00Z\",\"operations\":[%s]}".formatted(Api.network("plain")))
                    .post(Api.JOBS)
                    .then()
                    .statusCode(400)
                    .body("error.problems[0].pointer", is("/deadline"));
        }

        @Test
        void cancelsWhatHasNotBegun() {
            var job = later();

            api.steer(job, "cancel").statusCode(202);

            api.ended(job).body("job.state", is("cancelled")).body("job.counts.cancelled", is(2));
            api.steer(job, "cancel").statusCode(409);
            api.steer(job, "pause").statusCode(409);
        }

        @Test
        void pausesAndGoesOn() {
            var prefix = Api.fresh("slow");
            var job = api.accepted("{\"max_parallel\":1,\"operations\":[%s]}"
                    .formatted(String.join(
                            ",",
                            IntStream.range(0, 6)
                                    .mapToObj(k -> Api.network(prefix + "/" + k))
                                    .toList())));

            api.steer(job, "pause").statusCode(202).body("job.state", is("paused"));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> api.as().get(Api.JOBS + "/" + job).then().body("job.counts.running", is(0)));
            api.as().get(Api.JOBS + "/" + job).then().body("job.counts.queued", greaterThan(0));
            api.steer(job, "resume").statusCode(202).body("job.state", is("running"));

            api.ended(job).body("job.counts.done", is(6));
        }

        @Test
        void keepsAsManyUnderWayAsTheJobSays() {
            var prefix = Api.fresh("slow");
            var job = api.accepted("{\"max_parallel\":2,\"operations\":[%s]}"
                    .formatted(String.join(
                            ",",
                            IntStream.range(0, 8)
                                    .mapToObj(k -> Api.network(prefix + "/" + k))
                                    .toList())));

            api.ended(job).body("job.counts.done", is(8));
            assertThat(Api.ask("/network/most?name=" + prefix)).isLessThanOrEqualTo(2);
        }
    }

    @Nested
    class Rights {

        @Test
        void thatHaveEndedEndTheJob() {
            var paused = api.accepted("{\"not_before\":\"%s\",\"operations\":[%s,%s]}"
                    .formatted(java.time.Instant.now().plusSeconds(2), Api.network("plain-1"), Api.network("plain-2")));
            given().get(Api.others() + "/network/end-rights?" + api.project());

            api.ended(paused)
                    .body("job.state", is("completed"))
                    .body("job.reason", containsString("rights"))
                    .body("job.counts.failed", is(2));
            api.items(paused, "")
                    .body("items[0].error", containsString("rights of whoever submitted the job have ended"));
        }

        @Test
        void areGivenBackAtTheEnd() {
            var job = api.submitNetworks("plain");
            api.ended(job);

            var before = Api.ask("/network/trusts");
            var another = api.submitNetworks("plain");
            api.ended(another);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(Api.ask("/network/trusts")).isLessThanOrEqualTo(before));
        }
    }

    @Nested
    class WhoWatches {

        private List<String> events(String job, String last) {
            return api.as()
                    .header("Last-Event-ID", last)
                    .accept("text/event-stream")
                    .get(Api.JOBS + "/" + job + "/events")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }

        private List<String> values(List<String> events, String field) {
            return events.stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .map(line -> line.substring(field.length() + 1).strip())
                    .toList();
        }

        @Test
        void isToldOfEveryItemAndOfTheEnd() {
            var job = api.submitNetworks("slow", "refused-x", "plain");

            var events = events(job, "");

            assertThat(values(events, "event").stream().filter("item"::equals)).hasSize(3);
            assertThat(values(events, "event")).last().isEqualTo("job");
            assertThat(values(events, "data")).last().asString().contains("\"state\":\"completed\"");
        }

        @Test
        void goesOnWhereTheLineBroke() {
            var job = api.submitNetworks("plain", "plain", "plain");
            var all = events(job, "");
            var first = values(all, "id").get(values(all, "event").indexOf("item"));

            assertThat(values(events(job, first), "event").stream().filter("item"::equals))
                    .hasSize(2);
        }

        @Test
        void asksInTermsThatExist() {
            var job = api.submitNetworks("plain");

            api.as()
                    .header("Last-Event-ID", "yesterday")
                    .get(Api.JOBS + "/" + job + "/events")
                    .then()
                    .statusCode(400);
            Api.somebody().as().get(Api.JOBS + "/" + job + "/events").then().statusCode(404);
        }
    }

    @Nested
    class TheItems {

        @Test
        void comeAPageAtATimeInTheOrderOfTheDocument() {
            var job = api.submitNetworks("plain", "refused-x", "plain", "refused-x", "plain");
            api.ended(job);

            api.items(job, "?limit=2")
                    .body("items.position", equalTo(List.of(0, 1)))
                    .body("links[0].href", containsString("marker=1"));
            api.items(job, "?limit=2&marker=1").body("items.position", equalTo(List.of(2, 3)));
            api.items(job, "?status=failed")
                    .body("items.position", equalTo(List.of(1, 3)))
                    .body("links", is((Object) null));
        }

        @Test
        void comeAsLinesAndAsCsv() {
            var job = api.submitNetworks("plain", "=refused");
            api.ended(job);

            var lines = api.as()
                    .accept("application/x-ndjson")
                    .get(Api.JOBS + "/" + job + "/items")
                    .asString();
            assertThat(lines.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"position\":"));
            var csv = api.as()
                    .accept("text/csv")
                    .get(Api.JOBS + "/" + job + "/items")
                    .asString();
            assertThat(csv.lines().toList()).hasSize(3).first().asString().startsWith("position,name,state,");
        }

        @Test
        void areAskedForInTermsThatExist() {
            var job = api.submitNetworks("plain");

            api.items(job, "?status=lost").statusCode(400);
            api.items(job, "?marker=x").statusCode(400);
            api.items(job, "?limit=-1").statusCode(400);
        }
    }

    /// Security case 34.
    @Nested
    class AnotherProject {

        @Test
        void doesNotKnowTheJob() {
            var job = api.submitNetworks("plain");
            var other = Api.somebody();

            for (var path : List.of("", "/items", "?wait=5")) {
                other.as().get(Api.JOBS + "/" + job + path).then().statusCode(404);
            }
            for (var how : List.of("cancel", "pause", "resume", "retry-failed")) {
                other.steer(job, how).statusCode(404);
            }
            other.as().get(Api.JOBS + "?marker=" + job).then().statusCode(404);
            other.as().get(Api.JOBS).then().body("jobs", hasSize(0));
        }
    }

    @Test
    void jobsAreListedTheNewestFirstAPageAtATime() {
        var jobs =
                IntStream.range(0, 3).mapToObj(_ -> api.submitNetworks("plain")).toList();
        jobs.forEach(api::ended);

        api.as().get(Api.JOBS + "?limit=2").then().body("jobs.id", equalTo(List.of(jobs.get(2), jobs.get(1))));
        api.as()
                .get(Api.JOBS + "?limit=2&marker=" + jobs.get(1))
                .then()
                .body("jobs.id", equalTo(List.of(jobs.get(0))))
                .body("jobs[0].total", lessThanOrEqualTo(1));
        api.as().get(Api.JOBS + "?state=paused").then().body("jobs", hasSize(0));
        api.as().get(Api.JOBS + "?state=lost").then().statusCode(400);
    }
}
