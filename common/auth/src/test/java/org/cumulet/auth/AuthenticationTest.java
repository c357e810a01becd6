package org.cumulet.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Tokens.class)
class AuthenticationTest {

    static ValidatableResponse with(String name, String path) {
        var token = ConfigProvider.getConfig().getValue("test." + name, String.class);
        return given().header("X-Auth-Token", token).get(path).then();
    }

    @Test
    void letsAKnownCallerIn() {
        with("token", "/trial/things").statusCode(200).body(equalTo("ada in p1"));
    }

    @Test
    void refusesWhoShowsNoToken() {
        given().get("/trial/things").then().statusCode(401).body("error.message", equalTo(Fault.TEXT));
    }

    @Test
    void asksForNoTokenWhereNoneIsNeeded() {
        given().get("/trial/open").then().statusCode(200).body(equalTo("welcome"));
    }

    @Test
    void refusesAnExpiredToken() {
        with("expired", "/trial/things").statusCode(401);
    }

    @Test
    void refusesATokenSignedWithAnotherKeyOfTheSameName() {
        with("forged", "/trial/things").statusCode(401);
    }

    @Test
    void refusesATokenSignedWithAKeyNobodyPublished() {
        with("unknown", "/trial/things").statusCode(401);
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        for (var rubbish : new String[] {"x", "a.b.c", "x".repeat(5000), "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9."}) {
            given().header("X-Auth-Token", rubbish).get("/trial/things").then().statusCode(401);
        }
    }

    @Test
    void holdsALimitedTokenToItsRequests() {
        with("limited", "/trial/things").statusCode(200);
        with("limited", "/trial/rule").statusCode(401);
        with("elsewhere", "/trial/things").statusCode(401);
    }

    @Test
    void letsAServicePassOnALimitedToken() {
        withBoth("elsewhere", "service").statusCode(200).body(equalTo("ada in p1"));
        withBoth("elsewhere", "token").statusCode(401);
        withBoth("elsewhere", "forged").statusCode(401);
        withBoth("expired", "service").statusCode(401);
    }

    private static ValidatableResponse withBoth(String caller, String service) {
        var config = ConfigProvider.getConfig();
        return given().header("X-Auth-Token", config.getValue("test." + caller, String.class))
                .header("X-Service-Token", config.getValue("test." + service, String.class))
                .get("/trial/things")
                .then();
    }

    @Test
    void tellsWhichRuleForbids() {
        with("token", "/trial/rule").statusCode(403).body("error.message", containsString("trial:things:rule"));
    }

    @Test
    void believesNoIdentityInHeaders() {
        given().header("X-Roles", "admin")
                .header("X-User-Id", "u1")
                .header("X-Project-Id", "p1")
                .header("X-Identity-Status", "Confirmed")
                .get("/trial/rule")
                .then()
                .statusCode(401);
    }

    private static final class Fault {
        static final String TEXT = org.cumulet.api.fault.Fault.Unauthorized.TEXT;
    }
}
