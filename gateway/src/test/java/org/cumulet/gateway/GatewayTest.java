package org.cumulet.gateway;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackendResource.class)
class GatewayTest {

    private static final String NAME = "req-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String GIVEN = "req-11111111-2222-3333-4444-555555555555";

    @Nested
    class ARequestId {

        @Test
        void isGivenToEveryRequestAndToldInTheAnswer() {
            var answer = get("/compute/seen").then().statusCode(200).extract();

            assertThat(answer.header("x-openstack-request-id")).matches(NAME);
            assertThat(answer.<String>path("headers.x-openstack-request-id"))
                    .isEqualTo(answer.header("x-openstack-request-id"));
        }

        @Test
        void isKeptWhereTheCallerBringsAWellFormedOne() {
            for (var path : new String[] {"/compute/seen", "/identity/v3/seen"}) {
                given().header("X-Openstack-Request-Id", GIVEN)
                        .get(path)
                        .then()
                        .header("x-openstack-request-id", GIVEN)
                        .body("headers.x-openstack-request-id", equalTo(GIVEN));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"<script>alert(1)</script>", "req-\u001b[31m", "req-1", "tx-anything"})
        void isReplacedWhereTheCallerBringsAnythingElse(String bad) {
            given().header("X-Openstack-Request-Id", bad)
                    .get("/compute/seen")
                    .then()
                    .header("x-openstack-request-id", matchesPattern(NAME))
                    .body("headers.x-openstack-request-id", matchesPattern(NAME));
        }

        @Test
        void isThereWhenTheGatewayItselfRefuses() {
            get("/network/v2.0/networks").then().statusCode(503).header("x-openstack-request-id", matchesPattern(NAME));
        }
    }

    @Nested
    class WhoACallerIs {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "X-Roles",
                    "X-Role",
                    "X_ROLES",
                    "X-User",
                    "X-User-Id",
                    "X-User-Domain-Id",
                    "X-Project-Id",
                    "X-Project-Name",
                    "X-Tenant",
                    "X-Tenant-Id",
                    "X-Domain-Id",
                    "X-Is-Admin-Project",
                    "X-Identity-Status",
                    "X-Service-Roles",
                    "X-Service-Identity-Status",
                    "X-Service-Project-Id",
                    "X-Remote-User",
                    "OpenStack-System-Scope"
                })
        void isNotForHeadersToSay(String header) {
            for (var path : new String[] {"/compute/seen", "/identity/v3/seen"}) {
                given().header(header, "admin")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .body("headers", not(hasKey(header.toLowerCase())));
            }
        }

        @Test
        void isForTokensToSay() {
            given().header("X-Auth-Token", "one")
                    .header("X-Subject-Token", "two")
                    .header("X-Service-Token", "three")
                    .get("/compute/seen")
                    .then()
                    .body("headers.x-auth-token", equalTo("one"))
                    .body("headers.x-subject-token", equalTo("two"))
                    .body("headers.x-service-token", equalTo("three"));
        }
    }

    @Nested
    class ThePublicAddress {

        @Test
        void isHandedOnSoThatLinksLeadBack() {
            given().header("Host", "cloud.example:8443")
                    .get("/compute/seen")
                    .then()
                    .body("headers.x-forwarded-host", equalTo("cloud.example:8443"))
                    .body("headers.x-forwarded-proto", equalTo("http"))
                    .body("headers.x-forwarded-for", equalTo("127.0.0.1"));
        }

        @Test
        void isNotForStrangersToSay() {
            given().header("X-Forwarded-Host", "evil.example")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Prefix", "/evil")
                    .header("X-Forwarded-For", "10.0.0.1")
                    .header("Forwarded", "host=evil.example")
                    .get("/identity/v3/seen")
                    .then()
                    .body("headers.x-forwarded-host", equalTo("localhost:" + RestAssured.port))
                    .body("headers.x-forwarded-proto", equalTo("http"))
                    .body("headers.x-forwarded-prefix", nullValue())
                    .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                    .body("headers.forwarded", nullValue());
        }

        @Test
        void isMissedInTheShapeOfAllRefusals() throws IOException {
            assertThat(RawHttp.ask("GET /compute/ HTTP/1.1\nConnection: close\n\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("{\"error\":{\"code\":400", "The Host header is missing or malformed.");
        }

        @Test
        void isNotMarkup() throws IOException {
            assertThat(RawHttp.ask("GET / HTTP/1.1\nHost: \"><script>\nConnection: close\n\n"))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Nested
    class APath {

        @Test
        void hasOneSpelling() throws IOException {
            for (var spelling : new String[] {
                "//identity//v3///seen",
                "/identity/./v3/x/../seen",
                "/%69dentity/v3/seen",
                "/compute/../identity/v3/seen"
            }) {
                assertThat(RawHttp.ask("GET " + spelling + " HTTP/1.1\nHost: x\nConnection: close\n\n"))
                        .as(spelling)
                        .startsWith("HTTP/1.1 200")
                        .contains("\"uri\":\"/identity/v3/seen\"");
            }
        }

        @Test
        void goesToItsServiceWithEveryByteThatMeansSomething() throws IOException {
            assertThat(RawHttp.ask(
                            "GET /compute/v2.1/a%2Fb%20c?name=%2F&x=//&y HTTP/1.1\nHost: x\nConnection: close\n\n"))
                    .contains("\"uri\":\"/compute/v2.1/a%2Fb%20c?name=%2F&x=//&y\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/identity/v3/%00", "/identity/v3/%zz", "/identity\\v3", "/identity/v3/%0d%0aX:y", "/a\"b"})
        void isRefusedWhereItIsMalformed(String path) throws IOException {
            assertThat(RawHttp.ask("GET " + path + " HTTP/1.1\nHost: x\nConnection: close\n\n"))
                    .startsWith("HTTP/1.1 400");
        }

        @Test
        void mayBeLongWithoutAnyQuery() {
            get("/nobody/" + "a".repeat(3000)).then().statusCode(404);
        }

        @Test
        void thatNobodyOwnsIsNotFound() {
            get("/nobody/here").then().statusCode(404).body("error.code", equalTo(404));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/q/health", "/q", "//q/metrics", "/%71/openapi", "/x/../q/health/ready", "/q/dev-ui"})
        void ofTheInsideIsNotFoundFromOutside(String path) throws IOException {
            assertThat(RawHttp.ask("GET " + path + " HTTP/1.1\nHost: x\nX-Cumulet-Pass: guess\nConnection: close\n\n"))
                    .startsWith("HTTP/1.1 404");
        }
    }

    @Nested
    class TheIndex {

        @Test
        void namesTheServicesWithTheirDoorsAndStates() {
            get("/").then()
                    .statusCode(200)
                    .body("services.name", hasItem("compute"))
                    .body("services.find { it.name == 'compute' }.state", equalTo("UP"))
                    .body("services.find { it.name == 'network' }.state", equalTo("DOWN"))
                    .body(
                            "services.find { it.name == 'identity' }.links[0].href",
                            equalTo("http://localhost:%d/identity/v3".formatted(RestAssured.port)))
                    .body(
                            "services.find { it.name == 'inventory' }.links[0].href",
                            equalTo("http://localhost:%d/inventory/v1/hosts".formatted(RestAssured.port)));
        }

        @Test
        void saysInOneWordWhetherAllIsWell() {
            get("/health")
                    .then()
                    .statusCode(503)
                    .body("status", equalTo("DOWN"))
                    .body("services.compute", equalTo("UP"))
                    .body("services.network", equalTo("DOWN"));
        }
    }

    @Nested
    class TheDocs {

        @Test
        void putTheDocumentsOfAllServicesTogether() {
            get("/docs/openapi.json")
                    .then()
                    .statusCode(200)
                    .body("paths", hasKey("/compute/v2.1/servers"))
                    .body("components.schemas", hasKey("image.Server"))
                    .body(
                            "paths.'/compute/v2.1/servers'.get.responses.'200'.content.'application/json'.schema.'$ref'",
                            equalTo("#/components/schemas/image.Server"));
        }

        @Test
        void areAPageThatRunsNothingOfOthers() {
            get("/docs")
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .header("Content-Security-Policy", startsWith("default-src 'self'"));
            get("/docs/docs.js").then().statusCode(200).contentType("text/javascript");
            get("/docs/docs.css").then().statusCode(200).contentType("text/css");
        }
    }

    @Nested
    class AServiceElsewhere {

        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "COPY", "OPTIONS"})
        void isAskedWithWhateverMethod(String method) {
            given().request(method, "/compute/v2.1/servers")
                    .then()
                    .statusCode(200)
                    .header("X-Of-The-Service", "kept")
                    .body("method", equalTo(method));
        }

        @Test
        void answersWithoutABodyWhereThereIsNone() throws IOException {
            assertThat(RawHttp.ask("DELETE /compute/nothing HTTP/1.1\nHost: x\nConnection: close\n\n"))
                    .startsWith("HTTP/1.1 204")
                    .doesNotContainIgnoringCase("transfer-encoding")
                    .doesNotContainIgnoringCase("content-length");
            assertThat(RawHttp.ask("HEAD /compute/seen HTTP/1.1\nHost: x\nConnection: close\n\n"))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("\r\n\r\n");
        }

        @Test
        void thatIsDownIsSaidToBeSo() {
            get("/network/v2.0/networks")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("error.code", equalTo(503))
                    .body("error.title", equalTo("Service Unavailable"))
                    .body("error.message", startsWith("The network service does not answer"));
        }

        @Test
        void thatGoesInTheMiddleIsSaidToBeDown() {
            get("/compute/dropped").then().statusCode(503).body("error.code", equalTo(503));
        }
    }

    @Nested
    class ABody {

        @Test
        void mayBeAsLongAsTheLimit() {
            for (var path : new String[] {"/compute/seen", "/identity/v3/length"}) {
                given().body(new byte[100 * 1024])
                        .post(path)
                        .then()
                        .statusCode(200)
                        .body("length", equalTo(100 * 1024));
            }
        }

        @Test
        void isRefusedWhereItSaysThatItIsLonger() {
            for (var path : new String[] {"/compute/seen", "/identity/v3/length"}) {
                given().body(new byte[100 * 1024 + 1])
                        .post(path)
                        .then()
                        .statusCode(413)
                        .body("error.code", equalTo(413));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/compute/seen", "/identity/v3/length"})
        void isRefusedWhereItTurnsOutToBeLonger(String path) throws IOException {
            var chunk = "4000\n" + "x".repeat(0x4000) + "\n";

            assertThat(RawHttp.ask(
                            "POST " + path + " HTTP/1.1\nHost: x\nConnection: close\nTransfer-Encoding: chunked\n\n"
                                    + chunk.repeat(10) + "0\n\n"))
                    .startsWith("HTTP/1.1 413");
        }

        @Test
        void hasOneLength() throws IOException {
            assertThat(RawHttp.ask("""
                            POST /compute/seen HTTP/1.1
                            Host: x
                            Connection: close
                            Content-Length: 4
                            Content-Length: 5

                            abcde""")).startsWith("HTTP/1.1 400");
        }

        @Test
        void doesNotHideASecondRequestBehindTwoWaysToSayItsLength() throws IOException {
            var answers = RawHttp.ask("""
                    POST /compute/first HTTP/1.1
                    Host: x
                    Connection: close
                    Content-Length: 30
                    Transfer-Encoding: chunked

                    0

                    GET /compute/second HTTP/1.1
                    Host: x

                    """);

            assertThat(answers).doesNotContain("/compute/second");
        }

        @ParameterizedTest
        @ValueSource(strings = {"identity", "chunked, identity", "xchunked", "gzip, chunked"})
        void comesInNoOtherEncodingThanChunks(String encoding) throws IOException {
            assertThat(RawHttp.ask("POST /compute/seen HTTP/1.1\nHost: x\nConnection: close\nTransfer-Encoding: "
                            + encoding + "\n\n0\n\n"))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Nested
    class AConnection {

        @Test
        void isClosedWhereNothingComes() throws IOException {
            try (var raw = new RawHttp().send("GET /compute/seen HTTP/1.1\nHo")) {
                assertThat(raw.untilClosed()).isEmpty();
            }
        }

        @Test
        void doesNotTakeHugeHeaders() throws IOException {
            assertThat(RawHttp.ask("GET /compute/seen HTTP/1.1\nHost: x\nConnection: close\nX-Big: "
                            + "x".repeat(40_000) + "\n\n"))
                    .contains(" 431 ");
        }

        @Test
        void doesNotTakeHugePaths() throws IOException {
            assertThat(RawHttp.ask("GET /compute/" + "x".repeat(20_000) + " HTTP/1.1\nHost: x\nConnection: close\n\n"))
                    .contains(" 414 ");
        }

        @Test
        void takesPathsAsLongAsClientsMakeThem() {
            get("/compute/seen?id=" + "x".repeat(12_000)).then().statusCode(200);
        }
    }
}
