package org.cumulet.batch.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cumulet.batch.Api;
import org.cumulet.batch.BatchTest;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BatchTest
class SubmitTest {

    private final Api api = Api.somebody();

    private ValidatableResponse submit(String document) {
        return api.as().body(document).post(Api.JOBS).then();
    }

    private ValidatableResponse submitLines(String lines) {
        return api.as()
                .contentType("application/x-ndjson")
                .body(lines)
                .post(Api.JOBS)
                .then();
    }

    @Nested
    class ADocument {

        @Test
        void becomesAJobWithAnAddress() {
            var answer = submit("{\"name\":\"morning\",\"max_parallel\":7,\"operations\":[%s]}"
                            .formatted(Api.network("plain-1")))
                    .statusCode(202)
                    .body("job.name", is("morning"))
                    .body("job.max_parallel", is(7))
                    .body("job.total", is(1))
                    .extract();

            assertThat(answer.header("Location")).endsWith("/batch/v1/jobs/" + answer.path("job.id"));
        }

        @Test
        void isCheckedAsAWholeAndEveryProblemHasItsPlace() {
            submit("""
                    {"name":7,"colour":"red","operations":[
                      {"method":"FETCH","path":"/network/v2.0/networks"},
                      {"method":"POST","path":"network"},
                      {"method":"POST","path":"/nowhere/v1/things","body":"text"},
                      {"method":"POST","path":"/compute/v2.1/servers","body":{"server":{"min_count":1000000000}}},
                      {"method":"DELETE","path":"/network/v2.0/networks/1","name":"a","extra":1},
                      {"method":"DELETE","path":"/network/v2.0/networks/1","name":"a"}]}""")
                    .statusCode(400)
                    .body("error.code", is(400))
                    .body("error.total", is(9))
                    .body(
                            "error.problems.pointer",
                            equalTo(Stream.of(
                                            "/name",
                                            "/colour",
                                            "/operations/0/method",
                                            "/operations/1/path",
                                            "/operations/2/path",
                                            "/operations/2/body",
                                            "/operations/3/body/server/min_count",
                                            "/operations/4/extra",
                                            "/operations/5/name")
                                    .toList()));
            api.as().get(Api.JOBS).then().body("jobs", hasSize(0));
        }

        @Test
        void cannotLeadOutsideTheCloudNorToMoreRights() {
            for (var path : new String[] {
                "/identity/v3/auth/tokens",
                "/identity/v3/OS-TRUST/trusts",
                "/identity/v3/users/me/application_credentials",
                "/network/../identity/v3/auth/tokens",
                "/network/%2e%2e/x\\ny",
                "/network//v2.0",
                "//example.org/x",
                "/batch/v1/jobs",
                "http://example.org/"
            }) {
                submit("{\"operations\":[{\"method\":\"POST\",\"path\":\"%s\"}]}".formatted(path))
                        .statusCode(400)
                        .body("error.problems.pointer", hasItems("/operations/0/path"));
            }
        }

        @Test
        void mayNotSetHeadersThatSayWhoCalls() {
            submit("""
                    {"operations":[{"method":"DELETE","path":"/network/v2.0/networks/1",
                      "headers":{"X-Auth-Token":"stolen","OpenStack-API-Version":"compute 2.93"}}]}""")
                    .statusCode(400)
                    .body("error.problems.pointer", equalTo(List.of("/operations/0/headers/X-Auth-Token")));
        }

        @Test
        void needsAnOperation() {
            submit("{\"operations\":[]}")
                    .statusCode(400)
                    .body("error.message", containsString("at least one operation"));
            submit("{}").statusCode(400);
            submit("").statusCode(400);
            submit("[]").statusCode(400);
            submit("{\"operations\":{}}").statusCode(400);
        }
    }

    /// Security case 32.
    @Nested
    class AHostileDocument {

        @Test
        void thatIsTenThousandDeepIsRefused() {
            submit("{\"operations\":[%s".formatted("[".repeat(10_000)))
                    .statusCode(400)
                    .body("error.message", containsString("depth"));
        }

        @Test
        void withADoubledKeyIsRefused() {
            submit("{\"operations\":[{\"method\":\"POST\",\"method\":\"DELETE\",\"path\":\"/network/v2.0/networks\"}]}")
                    .statusCode(400)
                    .body("error.message", containsString("uplicate"));
        }

        @Test
        void whoseOneOperationIsHugeIsRefusedBeforeItsEnd() {
            var huge =
                    "{\"operations\":[{\"method\":\"POST\",\"path\":\"/network/v2.0/networks\",\"body\":{\"a\":[1%s]}}]}"
                            .formatted(",1".repeat(2_000_000));

            submit(huge).statusCode(413);
        }

        @Test
        void whoseLineHasNoEndIsRefused() {
            submitLines("{\"method\":\"" + "x".repeat(3_000_000))
                    .statusCode(400)
                    .body("error.problems[0].line", is(1))
                    .body("error.message", containsString("longer than"));
        }

        @Test
        void withMoreOperationsThanAJobMayHaveIsRefused() {
            var lines = (Api.network("n") + "\n").repeat(20_001);

            submitLines(lines).statusCode(400).body("error.message", containsString("more than 20000 operations"));
        }
    }

    @Nested
    class ALaunch {

        private String launch(String description) {
            return "{\"not_before\":\"2096-01-01T00:00:00Z\",\"operations\":[{\"launch\":{%s}}]}"
                    .formatted(description);
        }

        @Test
        void isAsManyOperationsAsItHasServers() {
            submit(launch("\"count\":20,\"server\":{\"name\":\"web-{index}\"}"))
                    .statusCode(202)
                    .body("job.total", is(20));
            submit(launch("\"names\":[\"db\",\"web\"],\"server\":{},\"overrides\":{\"db\":{\"flavorRef\":\"2\"}}"))
                    .statusCode(202)
                    .body("job.total", is(2));
        }

        @Test
        void givesEveryServerItsNumberAndName() {
            var prefix = Api.fresh("many");
            var job = api.accepted(
                    "{\"operations\":[{\"launch\":{\"count\":3,\"server\":{\"name\":\"%s-{index}\"},\"overrides\":{\"2\":{\"name\":\"%s-two\"}}}}]}"
                            .formatted(prefix, prefix));

            api.ended(job).body("job.counts.done", is(3));
            assertThat(List.of(Api.done(prefix + "-1"), Api.done(prefix + "-two"), Api.done(prefix + "-3")))
                    .containsOnly(1);
            assertThat(Api.done(prefix + "-2")).isZero();
        }

        @Test
        void ofABillionIsRefused() {
            for (var count : List.of("1000000000", "99999999999999", "0", "-1", "1.5", "\"20\"")) {
                submit(launch("\"count\":%s,\"server\":{}".formatted(count)))
                        .statusCode(400)
                        .body("error.problems[0].pointer", is("/operations/0/launch/count"));
            }
        }

        @Test
        void isCheckedAsAWhole() {
            submit(launch("\"names\":[],\"colour\":1,\"overrides\":{\"7\":{}}"))
                    .statusCode(400)
                    .body(
                            "error.problems.pointer",
                            hasItems(
                                    "/operations/0/launch/server",
                                    "/operations/0/launch/names",
                                    "/operations/0/launch/overrides"));
        }
    }

    @Nested
    class ALaunchOfATemplate {

        private String launch(String description) {
            return "{\"operations\":[{\"launch\":{%s}}]}".formatted(description);
        }

        @Test
        void isOfWhatTheTemplateSays() {
            var prefix = Api.fresh("many");
            var job =
                    api.accepted(launch("\"template\":\"web\",\"server\":{\"name\":\"%s-{index}\"}".formatted(prefix)));

            api.ended(job).body("job.counts.done", is(3));
            for (int index = 1; index <= 3; index++) {
                assertThat(Api.done("compute 2.90 one %s-%d".formatted(prefix, index)))
                        .isEqualTo(1);
            }
        }

        @Test
        void saysItselfHowManyAndWhatIsOtherwise() {
            var prefix = Api.fresh("many");
            var job = api.accepted(launch("""
                            "template":"web","version":"latest","count":2,"server":{"name":"%s-{index}"},
                            "overrides":{"2":{"availability_zone":"two"}}""".formatted(prefix)));

            api.ended(job).body("job.counts.done", is(2));
            assertThat(Api.done("compute 2.90 one %s-1".formatted(prefix))).isEqualTo(1);
            assertThat(Api.done("compute 2.90 two %s-2".formatted(prefix))).isEqualTo(1);
        }

        @Test
        void ofNamesGivesEachItsOwn() {
            var name = Api.fresh("db");
            var job = api.accepted(launch("\"template\":\"web\",\"names\":[\"%s\"]".formatted(name)));

            api.ended(job).body("job.counts.done", is(1));
            assertThat(Api.done("compute 2.90 one " + name)).isEqualTo(1);
        }

        @Test
        void isOfAsManyAsTheVersionSays() {
            submit(launch("\"template\":\"web\",\"version\":\"latest\"")).body("job.total", is(5));
        }

        @Test
        void isRefusedWithItsPlaceWhereThereIsNone() {
            submit(launch("\"template\":\"nobodys\""))
                    .statusCode(400)
                    .body("error.problems[0].pointer", is("/operations/0/launch/template"))
                    .body("error.problems[0].message", is("Launch template nobodys could not be found."));
            submit(launch("\"template\":\"web\",\"version\":7")).statusCode(400);
            for (var nonsense : List.of("\"../flavors\"", "{}", "\"\"", "\"%s\"".formatted("x".repeat(100)))) {
                submit(launch("\"template\":" + nonsense))
                        .statusCode(400)
                        .body("error.problems[0].pointer", is("/operations/0/launch/template"));
            }
            submit(launch("\"template\":\"web\",\"version\":\"../1\""))
                    .statusCode(400)
                    .body("error.problems[0].pointer", is("/operations/0/launch/version"));
        }

        @Test
        void namesNotTooManyTemplates() {
            var lines = IntStream.range(0, 102)
                    .mapToObj("{\"launch\":{\"template\":\"t%d\"}}"::formatted)
                    .collect(Collectors.joining("\n"));

            submitLines(lines)
                    .statusCode(400)
                    .body("error.problems[101].message", containsString("up to 100 launch templates"));
        }

        @Test
        void waitsForCompute() {
            submit(launch("\"template\":\"away\"")).statusCode(503);
        }
    }

    @Nested
    class Rows {

        private static final String SERVER = """
                {"name": "{name}", "method": "POST", "path": "/compute/v2.1/servers", "body": {"server": {
                  "name": "{name}", "flavorRef": "{flavor}", "availability_zone": "{zone}", "size": "{gb|number}",
                  "tags": ["{name}", "{zone}"]}}}""";

        private ValidatableResponse submit(String template, String rows) {
            return api.as()
                    .contentType("text/csv; charset=UTF-8")
                    .queryParam("template", template)
                    .queryParam("name", "of-rows")
                    .body(rows)
                    .post(Api.JOBS)
                    .then();
        }

        private String prefix() {
            return Api.fresh("row");
        }

        @Test
        void fillAnOperationEach() {
            var prefix = prefix();
            var job = submit(SERVER, """
                    name,flavor,zone,gb
                    %1$s-a,"1",one,10
                    %1$s-b,2,,2.5
                    """.formatted(prefix))
                    .statusCode(202)
                    .body("job.total", is(2))
                    .body("job.name", is("of-rows"));

            api.ended(job.extract().path("job.id")).body("job.counts.done", is(2));
            assertThat(Api.done("null one %s-a".formatted(prefix))).isEqualTo(1);
            assertThat(Api.done("null  %s-b".formatted(prefix))).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({"a b?c=é&d, 202", "../../identity/v3/auth/tokens, 400", "a/b, 400", ".., 400"})
        void fillOnePartOfAPathAndNoMore(String cell, int status) {
            submit("{\"method\":\"DELETE\",\"path\":\"/compute/v2.1/servers/{id}\"}", "id\n" + cell + "\n")
                    .statusCode(status);
        }

        @Test
        void maySayWhatWasAnsweredToOthers() {
            var prefix = prefix();
            var job = submit(
                            "{\"name\":\"{label}\",\"method\":\"POST\",\"path\":\"/network/v2.0/networks\",\"body\":{\"network\":{\"name\":\"%s{of}\"}}}"
                                    .formatted(prefix),
                            "label,of\nfirst,\nsecond,-{{first.name}}\n")
                    .statusCode(202);

            api.ended(job.extract().path("job.id")).body("job.counts.done", is(2));
            assertThat(Api.done("%1$s-%1$s".formatted(prefix))).isEqualTo(1);
        }

        @Test
        void mayLaunchFromATemplate() {
            var prefix = prefix();
            var job = submit(
                            "{\"launch\":{\"template\":\"web\",\"count\":\"{count|number}\",\"server\":{\"name\":\"{team}-{index}\"}}}",
                            "team,count\n%s,2\n%s-x,1\n".formatted(prefix, prefix))
                    .statusCode(202)
                    .body("job.total", is(3));

            api.ended(job.extract().path("job.id")).body("job.counts.done", is(3));
            assertThat(Api.done(prefix + "-2")).isEqualTo(1);
            assertThat(Api.done(prefix + "-x-1")).isEqualTo(1);
        }

        @Test
        void areAllToldWhatIsWrongWithThemByTheirLines() {
            submit(SERVER, "name,flavor,zone,gb\n\"a\",\"1\n2\",x,1\nb,1,x,much\nc,1\n\na,1,x,1\n")
                    .statusCode(400)
                    .body("error.problems.line", is(List.of(4, 5, 7)))
                    .body(
                            "error.problems.message",
                            is(List.of(
                                    "a number is expected in column gb",
                                    "4 cells are expected, here are 2",
                                    "an operation before has this name")));
        }

        @Test
        void haveAColumnForEachHole() {
            submit(SERVER, "name,flavor\na,1\n")
                    .statusCode(400)
                    .body("error.problems.pointer", hasItems("?template"))
                    .body("error.problems.message", hasItems("there is no column {zone}", "there is no column {gb}"));
        }

        @Test
        void needATemplateAndAreATable() {
            submit("[]", "a\n1\n").statusCode(400).body("error.problems.pointer", is(List.of("?template")));
            submit("{", "a\n1\n").statusCode(400).body("error.problems[0].message", containsString("malformed JSON"));
            submit(SERVER, "name,flavor,zone,gb\na,\"1,x,1\n")
                    .statusCode(400)
                    .body("error.problems[0].message", containsString("malformed CSV"));
            submit("{\"method\":\"DELETE\",\"path\":\"/a\"}", "a,a\n1,2\n").statusCode(400);
            submit(SERVER, "name,flavor,zone,gb\n").statusCode(400);
            submit(SERVER, "").statusCode(400);
            api.as()
                    .contentType("text/csv")
                    .body("a\n1\n")
                    .post(Api.JOBS)
                    .then()
                    .statusCode(400);
        }

        @Test
        void ofAnotherTemplateAreAnotherBody() {
            var delete = "{\"method\":\"DELETE\",\"path\":\"/%s/{id}\"}";
            for (var sent :
                    List.of("network/v2.0/networks:202", "network/v2.0/networks:202", "network/v2.0/ports:422")) {
                var path = sent.split(":")[0];
                api.as()
                        .header("Idempotency-Key", "rows")
                        .contentType("text/csv")
                        .queryParam("template", delete.formatted(path))
                        .body("id\n1\n")
                        .post(Api.JOBS)
                        .then()
                        .statusCode(Integer.parseInt(sent.split(":")[1]));
            }
        }
    }

    @Nested
    class Lines {

        @Test
        void areOneOperationEach() {
            var lines = IntStream.range(0, 5_000)
                    .mapToObj(k -> Api.network("n" + k))
                    .collect(Collectors.joining("\n\n", "", "\r\n"));

            var job = api.as()
                    .contentType("application/x-ndjson")
                    .body(lines)
                    .post(Api.JOBS + "?name=many&not_before=2096-01-01T00:00:00Z")
                    .then()
                    .statusCode(202)
                    .body("job.total", is(5_000))
                    .body("job.name", is("many"))
                    .extract()
                    .<String>path("job.id");
            api.steer(job, "cancel").statusCode(202).body("job.counts.cancelled", is(5_000));
        }

        @Test
        void areToldByTheirNumbersWhereTheyAreWrong() {
            submitLines(Api.network("n") + "\n{\n" + Api.network("n")
                            + " {}\n{\"method\":\"GET\",\"path\":\"/network/x\"}\n")
                    .statusCode(400)
                    .body("error.problems.line", equalTo(List.of(2, 3, 4)));
        }

        @Test
        void haveNoOtherSettingsThanTheirRequest() {
            api.as()
                    .contentType("application/x-ndjson")
                    .body(Api.network("n"))
                    .post(Api.JOBS + "?colour=red&max_parallel=0")
                    .then()
                    .statusCode(400)
                    .body("error.problems.pointer", hasItems("?colour", "/max_parallel"));
        }
    }

    /// Security case 33.
    @Nested
    class AnIdempotencyKey {

        private final String document = "{\"operations\":[%s]}".formatted(Api.network("plain"));

        private ValidatableResponse submit(Api who, String key, String document) {
            return who.as()
                    .header("Idempotency-Key", key)
                    .body(document)
                    .post(Api.JOBS)
                    .then();
        }

        @Test
        void givesTheSameJobForTheSameBody() {
            var first = submit(api, "k1", document).statusCode(202).extract().<String>path("job.id");

            submit(api, "k1", document)
                    .statusCode(202)
                    .body("job.id", is(first))
                    .header("Location", endsWith(first));
            api.as().get(Api.JOBS).then().body("jobs", hasSize(1));
        }

        @Test
        void isNotForAnotherBody() {
            submit(api, "k2", document).statusCode(202);

            submit(api, "k2", document.replace("plain", "other")).statusCode(422);
        }

        @Test
        void isTheOwnOfAProjectAndUser() {
            var first = submit(api, "k3", document).statusCode(202).extract().<String>path("job.id");
            var sameProject = new Api(
                    api.project(), TestTokens.project(api.project(), TestTokens.OTHER_USER, "member", "reader"));

            for (var other : new Api[] {Api.somebody(), sameProject}) {
                var theirs = submit(other, "k3", document.replace("plain", "other"))
                        .statusCode(202)
                        .extract()
                        .<String>path("job.id");
                assertThat(theirs).isNotEqualTo(first);
            }
        }

        @Test
        void isFreeAgainWhenWhatWasSentWasRefused() {
            submit(api, "k4", "{}").statusCode(400);

            submit(api, "k4", document).statusCode(202);
        }

        @Test
        void makesOneJobHoweverManySendItAtOnce() throws Exception {
            Callable<Integer> send = () -> submit(api, "k5", document).extract().statusCode();
            try (var threads = Executors.newFixedThreadPool(4)) {
                var answers = threads.invokeAll(
                        IntStream.range(0, 8).mapToObj(_ -> send).toList());
                for (var answer : answers) {
                    assertThat(answer.get()).isIn(202, 409);
                }
            }

            api.as().get(Api.JOBS).then().body("jobs", hasSize(1));
        }

        @Test
        void isOneShortWord() {
            submit(api, "two words", document).statusCode(400);
            submit(api, "x".repeat(256), document).statusCode(400);
        }
    }

    @Test
    void aTokenWithAccessRulesSubmitsNothing() {
        given().header("X-Auth-Token", TestTokens.limitedTo("batch", "POST", "/v1/jobs"))
                .contentType("application/json")
                .body("{\"operations\":[%s]}".formatted(Api.network("n")))
                .post(Api.JOBS)
                .then()
                .statusCode(403)
                .body("error.message", containsString("access rules"));
    }

    @Test
    void aProjectHasOnlySoManyOpenItems() {
        var lines = (Api.network("n") + "\n").repeat(15_000);
        var open = Api.JOBS + "?not_before=2096-01-01T00:00:00Z";
        var job = api.as()
                .contentType("application/x-ndjson")
                .body(lines)
                .post(open)
                .then()
                .statusCode(202)
                .extract()
                .<String>path("job.id");

        api.as()
                .contentType("application/x-ndjson")
                .body(lines)
                .post(open)
                .then()
                .statusCode(413)
                .body("error.message", containsString("15000 are open, 15000 more were asked for"));
        api.steer(job, "cancel").statusCode(202);
    }
}
