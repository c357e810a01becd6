package org.cumulet.inventory.placement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.inventory.InventoryTest;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InventoryTest
class DiscoveryTest {

    @ParameterizedTest
    @ValueSource(strings = {"/placement", "/placement/"})
    void theVersionsNeedNoToken(String path) {
        var answer = given().get(path).then().statusCode(200);

        answer.body("versions[0].id", equalTo("v1.0"))
                .body("versions[0].min_version", equalTo("1.0"))
                .body("versions[0].max_version", equalTo("1.39"))
                .body("versions[0].status", equalTo("CURRENT"))
                .body("versions[0].links[0].href", equalTo(""));
        Shape.assertLike(answer, Placement.sample("get-root"));
    }

    @Nested
    class AVersion {
        @Test
        void isTheLowestWhereNoneIsAskedFor() {
            given().header("X-Auth-Token", TestTokens.admin())
                    .get(Placement.PROVIDERS)
                    .then()
                    .statusCode(200)
                    .header("OpenStack-API-Version", "placement 1.0")
                    .header("Vary", equalToIgnoringCase("openstack-api-version"));
        }

        @ParameterizedTest
        @CsvSource({"1.0,1.0", "1.6,1.6", "1.39,1.39", "latest,1.39"})
        void thatIsAskedForIsSpoken(String asked, String spoken) {
            Placement.at(asked)
                    .get(Placement.PROVIDERS)
                    .statusCode(200)
                    .header("OpenStack-API-Version", "placement " + spoken);
        }

        @Test
        void ofAnotherServiceDoesNotCount() {
            given().header("X-Auth-Token", TestTokens.admin())
                    .header("OpenStack-API-Version", "compute 2.90, placement 1.10")
                    .get(Placement.PROVIDERS)
                    .then()
                    .header("OpenStack-API-Version", "placement 1.10");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.40", "2.0", "0.9"})
        void outOfRangeIsRefusedWithTheRange(String asked) {
            Placement.at(asked)
                    .get(Placement.PROVIDERS)
                    .statusCode(asked.equals("0.9") ? 400 : 406)
                    .body("errors[0].status", equalTo(asked.equals("0.9") ? 400 : 406));
            if (!asked.equals("0.9")) {
                Placement.at(asked)
                        .get(Placement.PROVIDERS)
                        .body("errors[0].min_version", equalTo("1.0"))
                        .body("errors[0].max_version", equalTo("1.39"));
            }
        }

        @ParameterizedTest
        @CsvSource({
            "1.1,/placement/resource_classes",
            "1.5,/placement/traits",
            "1.8,/placement/usages?project_id=x",
            "1.9,/placement/allocation_candidates?resources=VCPU:1"
        })
        void thatDoesNotKnowAPathAnswersAsIfThereWereNone(String version, String path) {
            Placement.at(version).get(path).statusCode(404).body("errors[0].status", equalTo(404));
            Placement.latest().get(path).statusCode(200);
        }

        @Test
        void belowManyConsumersRefusesThem() {
            Placement.at("1.12").post("/placement/allocations", Map.of()).statusCode(404);
        }
    }

    @Nested
    class AnError {
        @Test
        void isInThePlacementDialect() {
            Placement.at("1.22")
                    .get(Placement.PROVIDERS + "/" + UUID.randomUUID())
                    .statusCode(404)
                    .body("errors[0].status", equalTo(404))
                    .body("errors[0].title", equalTo("Not Found"))
                    .body("errors[0].detail", startsWith("No resource provider with uuid"))
                    .body("errors[0].request_id", matchesPattern("req-[0-9a-f-]{36}"))
                    .body("errors[0].code", nullValue());
        }

        @Test
        void hasACodeFrom123On() {
            Placement.at("1.23")
                    .get(Placement.PROVIDERS + "/" + UUID.randomUUID())
                    .body("errors[0].code", equalTo("placement.resource_provider.not_found"));
            Placement.at("1.23")
                    .get("/placement/nothing")
                    .statusCode(404)
                    .body("errors[0].code", equalTo("placement.undefined_code"));
        }

        @Test
        void ofAMissingTokenIsTheSameEverywhere() {
            given().get(Placement.PROVIDERS)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", matchesPattern("Keystone uri=\"http://.*/identity\""))
                    .body("error.code", equalTo(401))
                    .body("error.message", equalTo("The request you have made requires authentication."));
        }

        @Test
        void ofAReaderIsForbidden() {
            new Placement(TestTokens.reader(), "1.39")
                    .get(Placement.PROVIDERS)
                    .statusCode(403)
                    .body("errors[0].status", equalTo(403));
        }
    }

    @Test
    void readsAreNotToBeKeptFrom115On() {
        Placement.at("1.15")
                .get(Placement.PROVIDERS)
                .header("cache-control", "no-cache")
                .header("last-modified", notNullValue());
        Placement.at("1.14").get(Placement.PROVIDERS).header("cache-control", nullValue());
    }

    @Test
    void classesAreListed() {
        var answer = Placement.at("1.2").get("/placement/resource_classes").statusCode(200);

        answer.body("resource_classes.name", hasItem("VCPU"));
        Shape.assertLike(answer, Placement.sample("get-resource_classes"));
        Placement.latest().get("/placement/resource_classes?x=1").statusCode(400);
    }

    @Test
    void traitsAreListed() {
        var answer = Placement.at("1.6").get("/placement/traits").statusCode(200);

        answer.body("traits", hasItem("HW_CPU_X86_AVX2"));
        Shape.assertLike(answer, Placement.sample("get-traits"));
        Placement.latest()
                .get("/placement/traits?name=in:HW_CPU_X86_AVX,HW_CPU_X86_AVX2,CUSTOM_X")
                .body("traits", equalTo(List.of("HW_CPU_X86_AVX", "HW_CPU_X86_AVX2")));
        Placement.latest()
                .get("/placement/traits?name=startswith:STORAGE")
                .body("traits", equalTo(List.of("STORAGE_DISK_HDD", "STORAGE_DISK_SSD")));
        for (var bad : List.of("?name=HW", "?associated=maybe", "?x=1", "?name=in:A&name=in:B")) {
            Placement.latest().get("/placement/traits" + bad).statusCode(400);
        }
    }
}
