package org.cumulet.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MicroversionTest {

    static ValidatableResponse asked(String header, String value) {
        return given().header(header, value).get("/trial/v1/things/a").then();
    }

    @Test
    void isTheMinimumForWhoDoesNotAsk() {
        given().get("/trial/v1/things/a")
                .then()
                .statusCode(200)
                .header("OpenStack-API-Version", "trial 1.1")
                .header("X-Trial-Version", "1.1")
                .body("$", not(hasKey("newer")))
                .body("older", equalTo("old"));
    }

    @Test
    void isWhatWasAskedFor() {
        asked("OpenStack-API-Version", "trial 1.5")
                .statusCode(200)
                .header("OpenStack-API-Version", "trial 1.5")
                .body("newer", equalTo("new"))
                .body("$", not(hasKey("older")));
    }

    @Test
    void isFoundAmongThoseOfOtherServices() {
        asked("OpenStack-API-Version", "compute 2.79, trial 1.6").header("OpenStack-API-Version", "trial 1.6");
    }

    @Test
    void maySpeakTheOlderHeader() {
        asked("X-Trial-Version", "1.7").header("X-Trial-Version", "1.7");
    }

    @Test
    void mayBeTheLatest() {
        asked("OpenStack-API-Version", "trial latest").header("OpenStack-API-Version", "trial 1.9");
    }

    @Test
    void outOfRangeIsRefusedWithBothLimits() {
        asked("OpenStack-API-Version", "trial 1.10")
                .statusCode(406)
                .body("trouble", containsString("Minimum is 1.1 and maximum is 1.9"))
                .header("OpenStack-API-Version", "trial 1.1");
    }

    @Test
    void thatIsNoneIsRefused() {
        asked("OpenStack-API-Version", "trial one").statusCode(400).body("trouble", containsString("invalid format"));
    }

    @Test
    void linksCarryThePublicAddress() {
        given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "cloud.example")
                .get("/trial/v1/things/a")
                .then()
                .body("address", equalTo("https://cloud.example"));
    }
}
