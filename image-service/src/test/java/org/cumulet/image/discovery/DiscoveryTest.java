package org.cumulet.image.discovery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import org.cumulet.image.ImageTest;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ImageTest
class DiscoveryTest {

    @Nested
    class TheVersions {

        @ParameterizedTest
        @CsvSource({
            "/image, 300",
            "/image/, 300",
            "/image/v1/images, 300",
            "/image/nonsense, 300",
            "/image/versions, 200"
        })
        void areToldToAnybody(String path, int status) {
            given().when()
                    .get(path)
                    .then()
                    .statusCode(status)
                    .contentType("application/json")
                    .body("versions.id[0]", equalTo("v2.16"))
                    .body("versions.status[0]", equalTo("CURRENT"))
                    .body("versions.id[-1]", equalTo("v2.0"))
                    .body("versions.tail().status", everyItem(is("SUPPORTED")))
                    .body("versions.links.flatten().rel", everyItem(is("self")))
                    .body("versions.links.flatten().href", everyItem(endsWith("/image/v2/")));
        }

        @Test
        void areAtTheAddressThatTheCallerKnows() {
            given().header("X-Forwarded-Host", "cloud.example")
                    .header("X-Forwarded-Proto", "https")
                    .when()
                    .get("/image/")
                    .then()
                    .body("versions[0].links[0].href", equalTo("https://cloud.example/image/v2/"));
        }
    }

    @Nested
    class ThePathsThatDoNotExist {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/image/v2",
                    "/image/v2/",
                    "/image/v2/nonsense",
                    "/image/v2/images/",
                    "/image/v2/schemas/image"
                })
        void areNotFound(String path) {
            given().header("X-Auth-Token", TestTokens.admin())
                    .when()
                    .get(path)
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    class ARefusal {

        @Test
        void isAPageForWhoeverDoesNotSayWhatItReads() {
            given().header("X-Auth-Token", TestTokens.member())
                    .when()
                    .get("/image/v2/images/<script>")
                    .then()
                    .statusCode(404)
                    .contentType("text/html")
                    .body("html.head.title", equalTo("404 Not Found"))
                    .body(containsString("No image found with ID &lt;script&gt;<br /><br />"));
        }

        @Test
        void isJsonForWhoeverReadsJson() {
            given().header("X-Auth-Token", TestTokens.member())
                    .accept("application/json")
                    .when()
                    .get("/image/v2/images/no-id")
                    .then()
                    .statusCode(404)
                    .contentType("application/json")
                    .body("message", equalTo("No image found with ID no-id"))
                    .body("code", equalTo("404 Not Found"))
                    .body("title", equalTo("Not Found"));
        }

        @Test
        void isPlainTextForEverybodyElse() {
            given().header("X-Auth-Token", TestTokens.member())
                    .accept("text/plain")
                    .when()
                    .get("/image/v2/images/no-id")
                    .then()
                    .statusCode(404)
                    .contentType("text/plain")
                    .body(equalTo("404 Not Found\n\nNo image found with ID no-id\n"));
        }

        @Test
        void ofACallerWithoutATokenSaysWhereToGetOne() {
            given().when()
                    .get("/image/v2/images")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Keystone uri=\"http://"))
                    .header("WWW-Authenticate", endsWith("/identity\""))
                    .body("error.code", is(401))
                    .body("error.title", is("Unauthorized"));
        }
    }

    @Test
    void nothingCanBeImported() {
        given().header("X-Auth-Token", TestTokens.reader())
                .when()
                .get("/image/v2/info/import")
                .then()
                .statusCode(200)
                .body("import-methods.type", is("array"))
                .body("import-methods.value", empty());
    }

    @Test
    void thereAreNoCataloguesOfProperties() {
        given().header("X-Auth-Token", TestTokens.reader())
                .when()
                .get("/image/v2/metadefs/namespaces?limit=10&sort_dir=asc")
                .then()
                .statusCode(200)
                .body("namespaces", empty())
                .body("first", is("/v2/metadefs/namespaces"))
                .body("schema", is("/v2/schemas/metadefs/namespaces"));
        given().header("X-Auth-Token", TestTokens.reader())
                .when()
                .get("/image/v2/metadefs/namespaces/OS::Compute::Libvirt")
                .then()
                .statusCode(404);
    }
}
