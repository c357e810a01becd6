package org.cumulet.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FaultTest {

    static RequestSpecification body(String json) {
        return given().contentType("application/json").body(json);
    }

    @Nested
    class ARefusal {
        @Test
        void speaksTheDialectOfThePathsOwner() {
            given().get("/trial/v1/things/missing")
                    .then()
                    .statusCode(404)
                    .contentType("application/json")
                    .body("trouble", equalTo("Thing missing could not be found."));
        }

        @Test
        void speaksPlainlyWhereNobodyOwnsThePath() {
            given().get("/nobody/here")
                    .then()
                    .statusCode(404)
                    .body("error.code", equalTo(404))
                    .body("error.title", equalTo("Not Found"));
        }

        @Test
        void ofAnUnknownPathBelowAServiceSpeaksItsDialect() {
            given().get("/trial/v1/nothing")
                    .then()
                    .statusCode(404)
                    .body("trouble", equalTo("The resource could not be found."));
        }

        @Test
        void ofAMethodSpeaksTheDialectToo() {
            given().delete("/trial/v1/things").then().statusCode(405).body("trouble", containsString("not allowed"));
        }

        @Test
        void ofAMediaTypeSpeaksTheDialectToo() {
            given().contentType("text/plain")
                    .body("x")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(415)
                    .body("trouble", containsString("content type"));
        }
    }

    @Nested
    class AQuery {
        @Test
        void withANulIsRefusedBeforeAnybodyStumblesOverIt() {
            given().urlEncodingEnabled(false)
                    .get("/trial/v1/things?name=%00")
                    .then()
                    .statusCode(400)
                    .body("trouble", equalTo("The query of the request is malformed."));
        }
    }

    @Nested
    class ADefect {
        @Test
        void tellsTheCallerNothingOfOurInsides() {
            given().get("/trial/v1/things/broken")
                    .then()
                    .statusCode(500)
                    .body("trouble", not(containsString("SELECT")))
                    .header("x-openstack-request-id", matchesPattern("req-[0-9a-f-]{36}"));
        }
    }

    @Nested
    class ADatabaseThatIsAway {
        @Test
        void isWorthAnotherTry() {
            given().get("/trial/v1/things/away")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("trouble", containsString("try again"));
        }
    }

    @Nested
    class ABody {
        @Test
        void thatIsGoodPasses() {
            body("{\"name\":\"a\",\"enabled\":true,\"count\":1}")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(200);
        }

        @Test
        void thatIsNotJsonIsRefused() {
            body("{\"name\":")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400)
                    .body("trouble", containsString("Malformed"));
        }

        @Test
        void withAnUnknownKeyIsRefusedByItsName() {
            body("{\"name\":\"a\",\"enabled\":true,\"count\":1,\"colour\":\"red\"}")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400)
                    .body("trouble", containsString("'colour' was unexpected"));
        }

        @Test
        void withAKeyTwiceIsRefused() {
            body("{\"name\":\"a\",\"name\":\"b\",\"enabled\":true,\"count\":1}")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400);
        }

        @Test
        void withAStringForABooleanIsRefused() {
            body("{\"name\":\"a\",\"enabled\":\"False\",\"count\":1}")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400)
                    .body("trouble", containsString("enabled"));
        }

        @Test
        void withANumberForAStringIsRefused() {
            body("{\"name\":7,\"enabled\":true,\"count\":1}")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400);
        }

        @Test
        void withAFractionForAWholeNumberIsRefused() {
            body("{\"name\":\"a\",\"enabled\":true,\"count\":1.5}")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400);
        }

        @Test
        void withANumberForAWordIsRefused() {
            body("{\"name\":\"a\",\"enabled\":true,\"count\":1,\"kind\":0}")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400)
                    .body("trouble", containsString("kind"));
        }

        @Test
        void thatBreaksARuleIsRefusedWithTheNameOfTheField() {
            body("{\"name\":\"toolong\",\"enabled\":true,\"count\":1}")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400)
                    .body("trouble", containsString("name size must be"));
        }

        @Test
        void thatBreaksARuleIsRefusedInTheWordsItWasSentIn() {
            body("{\"name\":\"a\",\"enabled\":true,\"count\":1,\"shelf_life\":10,\"parts\":[{\"partNumber\":10}]}")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400)
                    .body("trouble", containsString("parts.partNumber must be less"))
                    .body("trouble", containsString("shelf_life must be less"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        []                                           | Invalid input: an object is expected
                        {"name":[]}                                  | Invalid input for attribute name: a string is expected
                        {"name":"a","enabled":"False"}               | Invalid input for attribute enabled: true or false is expected
                        {"name":"a","enabled":true,"count":{}}       | Invalid input for attribute count: a whole number is expected
                        {"name":"a","enabled":true,"count":9e10}     | Invalid input for attribute count: a whole number is expected
                        {"name":"a","enabled":true,"count":99999999999} | Invalid input for attribute count: the number is out of range
                        {"parts":7}                                  | Invalid input for attribute parts: a list is expected
                        """)
        void thatIsOfTheWrongKindIsToldWhatIsExpected(String json, String trouble) {
            body(json).post("/trial/v1/things").then().statusCode(400).body("trouble", equalTo(trouble));
        }

        @Test
        void namesNoneOfOurClassesWhenItIsRefused() {
            body("[1,2]")
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400)
                    .body("trouble", not(containsString("org.cumulet")));
        }

        @Test
        void thatIsNestedWithoutEndIsRefused() {
            body("{\"name\":" + "[".repeat(2_000))
                    .post("/trial/v1/things")
                    .then()
                    .statusCode(400);
        }
    }

    @Nested
    class ALimit {
        @Test
        void isCappedByOurs() {
            given().get("/trial/v1/things?limit=1000").then().statusCode(200).body(equalTo("100"));
        }

        @Test
        void thatIsNoNumberIsRefused() {
            given().get("/trial/v1/things?limit=-1").then().statusCode(400).body("trouble", containsString("limit"));
        }
    }

    @Nested
    class ARequestId {
        @Test
        void ofTheRightFormIsKept() {
            var id = "req-12345678-1234-1234-1234-123456789012";
            given().header("X-Openstack-Request-Id", id)
                    .get("/trial/v1/things/a")
                    .then()
                    .header("x-openstack-request-id", equalTo(id));
        }

        @Test
        void ofAnotherFormIsReplaced() {
            given().header("X-Openstack-Request-Id", "req-<script>")
                    .get("/trial/v1/things/a")
                    .then()
                    .header("x-openstack-request-id", matchesPattern("req-[0-9a-f-]{36}"));
        }
    }
}
