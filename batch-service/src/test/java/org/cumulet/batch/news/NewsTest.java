package org.cumulet.batch.news;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.cumulet.batch.Api;
import org.cumulet.batch.BatchTest;
import org.cumulet.testing.auth.TestTokens;
import org.cumulet.testing.contract.EventContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BatchTest
class NewsTest {

    private static final String EVENTS = "/batch/v1/events";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Api api = Api.somebody();

    @Inject
    NewsService news;

    @Inject
    @DataSource("batch")
    AgroalDataSource database;

    private static RequestSpecification as(String token) {
        return given().header("X-Auth-Token", token);
    }

    private static List<String> ids(String token, String query) {
        return as(token)
                .get(EVENTS + query)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath()
                .getList("events.id", String.class);
    }

    private static void untilHeard(Told told) {
        var query = told.project() == null ? "?type=" + told.type() : "?project=" + told.project();
        await().atMost(SOON).until(() -> idsOfAll(query).contains(told.id()));
    }

    /// From the beginning to the end, as an administrator of the cloud.
    private static List<String> idsOfAll(String query) {
        var found = new ArrayList<String>();
        var after = "";
        while (true) {
            var page =
                    as(TestTokens.system("admin")).get(EVENTS + query + after).jsonPath();
            var ids = page.getList("events.id", String.class);
            if (ids.isEmpty()) {
                return found;
            }
            found.addAll(ids);
            after = "&after=" + page.getString("events[-1].cursor");
        }
    }

    @Nested
    class AnEvent {

        @Test
        void isShownAsACloudEvent() {
            var told = Told.launched(api.project()).tell();
            untilHeard(told);

            api.as()
                    .get(EVENTS)
                    .then()
                    .body("events", hasSize(1))
                    .body("events[0].specversion", is("1.0"))
                    .body("events[0].id", is(told.id()))
                    .body("events[0].source", is("/compute"))
                    .body("events[0].type", is("org.cumulet.compute.server.launched"))
                    .body("events[0].openstacktype", is("compute.instance.create.end"))
                    .body("events[0].subject", is(told.subject()))
                    .body("events[0].project", is(api.project()))
                    .body("events[0].time", is("2026-03-08T06:00:00.123456Z"))
                    .body("events[0].data.server", notNullValue());
        }

        @Test
        void isKeptOnceHoweverOftenItIsTold() {
            var told = Told.launched(api.project()).tell().tell();
            var last = Told.launched(api.project()).tell();
            untilHeard(last);

            assertThat(ids(api.token(), "")).filteredOn(told.id()::equals).hasSize(1);
        }

        @Test
        void ofAJobIsHeardToo() {
            var job = api.submitNetworks("plain-" + api.project());

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(api.as()
                                    .get(EVENTS + "?type=org.cumulet.batch.job.")
                                    .jsonPath()
                                    .getList("events.findAll { it.subject == '%s' }.type".formatted(job), String.class))
                            .containsExactly(
                                    "org.cumulet.batch.job.accepted",
                                    "org.cumulet.batch.job.item_ended",
                                    "org.cumulet.batch.job.ended"));
        }

        @Test
        void mustBeOne() {
            Told.send(new ProducerRecord<>("image.image", "key", "no event"));
            Told.send(new ProducerRecord<>("image.image", "key", null));
            var good = Told.of("org.cumulet.image.image.created", api.project());
            Told.send(new Told(UUID.randomUUID().toString(), good.type(), "a\0b", api.project(), "{}").record());
            Told.send(new Told(UUID.randomUUID().toString(), good.type(), "x", api.project(), "no JSON").record());

            untilHeard(good.tell());

            assertThat(ids(api.token(), "")).containsExactly(good.id());
        }
    }

    /// Security cases 34 and 35.
    @Nested
    class ATenant {

        private Told others;
        private Told ofTheCloud;
        private Told audit;
        private Told revocation;
        private Told own;

        @BeforeEach
        void muchHappens() {
            others = Told.launched(Api.somebody().project()).tell();
            ofTheCloud = Told.of("org.cumulet.inventory.host.registered", null).tell();
            audit = Told.of("org.cumulet.identity.audit.recorded", null).tell();
            revocation =
                    Told.of("org.cumulet.identity.revocation.revoked", null).tell();
            own = Told.launched(api.project()).tell();
        }

        @Test
        void seesItsOwnEventsOnly() {
            untilHeard(others);
            untilHeard(ofTheCloud);
            untilHeard(audit);
            untilHeard(revocation);
            untilHeard(own);

            assertThat(ids(api.token(), "")).containsExactly(own.id());
            assertThat(ids(api.token(), "?project=" + api.project())).containsExactly(own.id());
            as(api.token())
                    .accept("application/x-ndjson")
                    .get(EVENTS)
                    .then()
                    .body(containsString(own.id()), not(containsString(others.id())));
        }

        @Test
        void isRefusedAnothersProject() {
            as(api.token()).get(EVENTS + "?project=" + others.project()).then().statusCode(403);
            as(api.token())
                    .accept("text/event-stream")
                    .get(EVENTS + "?project=" + others.project())
                    .then()
                    .statusCode(403);
        }

        @Test
        void isNotToldWhereInTheCloudItsServersAre() {
            untilHeard(own);

            as(api.token()).get(EVENTS).then().body("events[0].data.host", is((Object) null));
            as(TestTokens.admin())
                    .get(EVENTS + "?project=" + api.project())
                    .then()
                    .body("events[0].data.host", notNullValue());
        }

        @Test
        void mayBeAReader() {
            untilHeard(own);

            assertThat(ids(TestTokens.project(api.project(), TestTokens.USER, "reader"), ""))
                    .containsExactly(own.id());
        }

        @Test
        void isNoneWithoutARole() {
            as(TestTokens.project(api.project(), TestTokens.USER))
                    .get(EVENTS)
                    .then()
                    .statusCode(403);
        }

        @Test
        void isSeenWholeByTheCloudsOwnReaders() {
            untilHeard(audit);

            as(TestTokens.system("reader")).get(EVENTS).then().statusCode(200);
            assertThat(idsOfAll("?type=org.cumulet.identity.")).contains(audit.id());
        }
    }

    @Nested
    class APage {

        @Test
        void leadsToTheNext() {
            var told = List.of(
                    Told.launched(api.project()).tell(),
                    Told.launched(api.project()).tell(),
                    Told.launched(api.project()).tell());
            told.forEach(NewsTest::untilHeard);

            var first =
                    api.as().get(EVENTS + "?limit=2&type=org.cumulet.compute.").jsonPath();
            var next = URI.create(first.getString("links.find { it.rel == 'next' }.href"));
            var second = api.as().get(next.getPath() + "?" + next.getQuery()).jsonPath();
            var third = URI.create(second.getString("links.find { it.rel == 'next' }.href"));

            assertThat(first.getList("events.id", String.class)).hasSize(2);
            assertThat(second.getList("events.id", String.class)).hasSize(1);
            api.as().get(third.getPath() + "?" + third.getQuery()).then().body("events", empty());
            var late = Told.launched(api.project()).tell();
            untilHeard(late);
            api.as().get(third.getPath() + "?" + third.getQuery()).then().body("events[0].id", is(late.id()));
        }

        @Test
        void mayBeLines() {
            untilHeard(Told.launched(api.project()).tell());
            untilHeard(Told.launched(api.project()).tell());

            var lines = api.as()
                    .accept("application/x-ndjson")
                    .get(EVENTS)
                    .then()
                    .statusCode(200)
                    .contentType(containsString("application/x-ndjson"))
                    .extract()
                    .asString();

            assertThat(lines.lines()).hasSize(2).allMatch(line -> line.contains("\"cursor\":\""));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "?after=x",
                    "?after=-1",
                    "?after=9999999999999999999",
                    "?limit=-1",
                    "?limit=many",
                    "?project=%00",
                    "?type='",
                    "?type=%25"
                })
        void mustBeAskedForInOrder(String query) {
            api.as()
                    .urlEncodingEnabled(false)
                    .get(EVENTS + query)
                    .then()
                    .statusCode(400)
                    .body("error.code", is(400));
        }

        @Test
        void neverSkipsWhatIsCommittedLate() throws Exception {
            var first = kept();
            var second = kept();
            var written = new CountDownLatch(1);
            var enough = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var slow =
                        threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                            news.keep(List.of(first));
                            written.countDown();
                            await(enough);
                        }));
                written.await();
                var quick = threads.submit(() -> news.keep(List.of(second)));
                Awaitility.await().atMost(SOON).until(() -> waiting() == 1);

                assertThat(ids(api.token(), "")).isEmpty();

                enough.countDown();
                slow.get();
                quick.get();
            }
            assertThat(ids(api.token(), "")).containsExactly(first.id(), second.id());
        }

        private News kept() {
            return new News(
                    0,
                    UUID.randomUUID().toString(),
                    "org.cumulet.compute.server.started",
                    "/compute",
                    "x",
                    api.project(),
                    null,
                    Instant.now(),
                    "{}");
        }

        private int waiting() throws SQLException {
            return number("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                    + " and database = (select oid from pg_database where datname = current_database())");
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Nested
    class Retention {

        @Test
        void forgetsTheOldestAndSaysSoToWhoMissedThem() throws SQLException {
            var old = Told.launched(api.project()).tell();
            untilHeard(old);
            update("update news set heard = now() - interval '8 days'");
            var recent = Told.launched(api.project()).tell();
            untilHeard(recent);

            assertThat(news.trim()).isFalse();

            assertThat(ids(api.token(), "")).containsExactly(recent.id());
            api.as().get(EVENTS + "?after=0").then().statusCode(410);
            api.as()
                    .accept("text/event-stream")
                    .header("Last-Event-ID", "0")
                    .get(EVENTS)
                    .then()
                    .statusCode(410);
        }
    }

    @Nested
    class AStream {

        @Test
        void tellsWhatHappens() throws Exception {
            try (var stream = EventStream.open(api.token(), "", null)) {
                stream.until(": *here");
                var told = Told.launched(api.project()).tell();
                Told.launched(Api.somebody().project()).tell();

                assertThat(stream.until("data:")).contains(told.id()).doesNotContain("\"host\"");
                assertThat(stream.heard())
                        .anyMatch(line -> line.matches("event: ?org.cumulet.compute.server.launched"))
                        .anyMatch(line -> line.matches("id: ?\\d+"));
            }
        }

        @Test
        void goesOnWhereItWasCutOff() throws Exception {
            var first = Told.launched(api.project()).tell();
            untilHeard(first);
            var second = Told.launched(api.project()).tell();
            untilHeard(second);
            var events = api.as().get(EVENTS).jsonPath();

            try (var stream = EventStream.open(api.token(), "", events.getString("events[0].cursor"))) {
                assertThat(stream.until("data:")).contains(events.getString("events[1].id"));
            }
        }

        @Test
        void saysThatItIsThere() throws Exception {
            try (var stream = EventStream.open(api.token(), "", null)) {
                stream.until(": *here");
                stream.until(": *here");
            }
        }

        @Test
        void isOneOfFew() throws Exception {
            try (var first = EventStream.open(api.token(), "", null);
                    var second = EventStream.open(api.token(), "", null);
                    var third = EventStream.open(api.token(), "", null)) {
                first.until(": *here");
                second.until(": *here");
                third.until(": *here");

                api.as().accept("text/event-stream").get(EVENTS).then().statusCode(429);
            }
            await().atMost(SOON).untilAsserted(() -> {
                try (var again = EventStream.open(api.token(), "", null)) {
                    again.until(": *here");
                }
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "-1", "1'"})
        void goesOnFromACursorOnly(String last) {
            api.as()
                    .accept("text/event-stream")
                    .header("Last-Event-ID", last)
                    .get(EVENTS)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void everyTopicWePromiseIsHeard() {
        assertThat(new Catalog().topics())
                .containsExactlyInAnyOrderElementsOf(EventContract.types().stream()
                        .map(type -> type.replace("org.cumulet.", "").replaceAll("\\.[a-z_]+$", ""))
                        .distinct()
                        .toList());
    }

    private int number(String query) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void update(String statement) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().executeUpdate(statement);
        }
    }
}
