package org.cumulet.compute.version;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.TestProfile;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Sample;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ComputeTest
@TestProfile(ApiProfile.class)
class VersionTest {

    @Nested
    class Discovery {
        @ParameterizedTest
        @ValueSource(strings = {"/compute", "/compute/"})
        void listsTheVersionsWithoutAToken(String path) {
            var answer = given().get(path).then().statusCode(200).extract();
            assertThat(Sample.of("versions/versions-get-resp.json").differences(answer.asString()))
                    .isEmpty();
            assertThat(answer.<String>path("versions[0].id")).isEqualTo("v2.0");
            assertThat(answer.<String>path("versions[1].version")).isEqualTo("2.93");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/compute/v2.1", "/compute/v2.1/", "/compute/v2.1/11111111111111111111111111111111/"})
        void showsTheCurrentOne(String path) {
            var answer = given().get(path).then().statusCode(200).extract();
            assertThat(Sample.of("versions/v21-version-get-resp.json").differences(answer.asString()))
                    .isEmpty();
        }

        @Test
        void showsTheOldOne() {
            var answer = given().get("/compute/v2/").then().statusCode(200).extract();
            assertThat(Sample.of("versions/v2-version-get-resp.json").differences(answer.asString()))
                    .isEmpty();
        }

        @Test
        void linksToThePublicAddress() {
            given().header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "cloud.example")
                    .get("/compute/")
                    .then()
                    .body("versions[1].links[0].href", equalTo("https://cloud.example/compute/v2.1/"));
        }
    }

    @Nested
    class Negotiation {
        @Test
        void speaksTheMinimumUnlessAskedOtherwise() {
            Api.as(TestTokens.reader())
                    .get("/flavors")
                    .then()
                    .statusCode(200)
                    .header("OpenStack-API-Version", "compute 2.1")
                    .header("X-OpenStack-Nova-API-Version", "2.1");
        }

        @Test
        void understandsTheOlderHeader() {
            Api.as(TestTokens.reader())
                    .header("X-OpenStack-Nova-API-Version", "2.60")
                    .get("/flavors")
                    .then()
                    .header("OpenStack-API-Version", "compute 2.60")
                    .header("X-OpenStack-Nova-API-Version", "2.60");
        }

        @Test
        void refusesWhatItDoesNotSpeak() {
            Api.as(TestTokens.reader(), "2.500")
                    .get("/flavors")
                    .then()
                    .statusCode(406)
                    .body(
                            "computeFault.message",
                            equalTo("Version 2.500 is not supported by the API. Minimum is 2.1 and maximum is 2.93."));
            Api.as(TestTokens.reader(), "two")
                    .get("/flavors")
                    .then()
                    .statusCode(400)
                    .body("badRequest.code", equalTo(400));
        }

        @Test
        void hidesWhatCameLater() {
            var server = Api.server(TestTokens.member(), Api.flavor());
            Api.as(TestTokens.member(), "2.25")
                    .get("/servers/" + server + "/tags")
                    .then()
                    .statusCode(404);
            Api.as(TestTokens.member(), "2.26")
                    .get("/servers/" + server + "/tags")
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class AProjectInThePath {
        @Test
        void isKeptInLinks() {
            var name = Api.freshName();
            Api.as(TestTokens.admin())
                    .body("{\"flavor\":{\"name\":\"%s\",\"id\":\"%s\",\"vcpus\":1,\"ram\":1,\"disk\":0}}"
                            .formatted(name, name))
                    .post("/" + TestTokens.PROJECT + "/flavors")
                    .then()
                    .statusCode(200)
                    .body(
                            "flavor.links.href",
                            hasItem(containsString("/compute/v2.1/" + TestTokens.PROJECT + "/flavors/" + name)))
                    .body(
                            "flavor.links.href",
                            hasItem(containsString("/compute/" + TestTokens.PROJECT + "/flavors/" + name)));
        }

        @Test
        void mustBeTheCallers() {
            Api.as(TestTokens.admin())
                    .get("/" + TestTokens.OTHER_PROJECT + "/flavors")
                    .then()
                    .statusCode(400)
                    .body("badRequest.message", startsWith("Malformed request URL"));
        }

        @Test
        void worksBelowTheOldVersionToo() {
            given().header("X-Auth-Token", TestTokens.reader())
                    .header("OpenStack-API-Version", "compute 2.60")
                    .get("/compute/v2/" + TestTokens.PROJECT + "/flavors")
                    .then()
                    .statusCode(200)
                    .header("OpenStack-API-Version", "compute 2.1");
        }
    }

    @Nested
    class EveryAnswer {
        @Test
        void namesTheRequestTwice() {
            Api.as(TestTokens.reader())
                    .get("/flavors")
                    .then()
                    .header("x-openstack-request-id", matchesPattern("req-[0-9a-f-]{36}"))
                    .header("x-compute-request-id", matchesPattern("req-[0-9a-f-]{36}"));
        }

        @Test
        void speaksNovasDialect() {
            Api.as(TestTokens.reader()).get("/nothing").then().statusCode(404).body("itemNotFound.code", equalTo(404));
            Api.as(TestTokens.reader()).delete("/limits").then().statusCode(405).body("badMethod.code", equalTo(405));
            given().get("/compute/v2.1/flavors")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", matchesPattern("Keystone uri=\"http.*/identity\""))
                    .body("error.code", equalTo(401));
        }
    }
}
