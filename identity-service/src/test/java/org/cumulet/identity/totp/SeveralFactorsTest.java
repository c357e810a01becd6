package org.cumulet.identity.totp;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.attempt;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.change;
import static org.cumulet.identity.Cloud.login;
import static org.cumulet.identity.Cloud.nobody;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cumulet.identity.Cloud;
import org.cumulet.identity.IdentityTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Passcodes of a device, and users who must show more than one thing.
@IdentityTest
class SeveralFactorsTest {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String RECEIPT = "Openstack-Auth-Receipt";

    private final String user = userWithADevice();

    private static String userWithADevice() {
        var user = Cloud.newUser();
        as(Cloud.admin())
                .body(Map.of("credential", Map.of("type", "totp", "blob", SECRET, "user_id", user)))
                .post(V3 + "/credentials")
                .then()
                .statusCode(201);
        return user;
    }

    /// What the device shows now, or showed so many half minutes ago.
    private static String passcode(int ago) {
        return Totp.passcode(SECRET, Instant.now().minusSeconds(30L * ago));
    }

    private Map<String, Object> device(String passcode) {
        return Map.of("user", Map.of("id", user, "passcode", passcode));
    }

    private Response byPasscode(String passcode) {
        return attempt(Map.of("identity", Map.of("methods", List.of("totp"), "totp", device(passcode))));
    }

    private Response byBoth(String password, String passcode) {
        return attempt(Map.of(
                "identity",
                Map.of(
                        "methods",
                        List.of("password", "totp"),
                        "password",
                        Map.of("user", Map.of("id", user, "password", password)),
                        "totp",
                        device(passcode))));
    }

    @Nested
    class APasscode {

        @Test
        void isGoodOnce() {
            byPasscode(passcode(0)).then().statusCode(201).body("token.methods", equalTo(List.of("totp")));
            byPasscode(passcode(0)).then().statusCode(401);
        }

        @Test
        void isRefusedWhenItIsOldOrWrongOrOfNobody() {
            byPasscode(passcode(3)).then().statusCode(401);
            byPasscode("").then().statusCode(401);
            attempt(Map.of(
                            "identity",
                            Map.of(
                                    "methods",
                                    List.of("totp"),
                                    "totp",
                                    Map.of("user", Map.of("id", Cloud.newUser(), "passcode", passcode(0))))))
                    .then()
                    .statusCode(401);
        }

        @Test
        void isOfNoUseToADisabledUser() {
            change("users", "user", user, Map.of("enabled", false));
            byPasscode(passcode(0)).then().statusCode(401);
        }
    }

    @Nested
    class AUserWhoMustShowBoth {

        AUserWhoMustShowBoth() {
            change("users", "user", user, Map.of("options", Map.of("multi_factor_auth_rules", rules())))
                    .then()
                    .statusCode(200);
        }

        private static List<List<String>> rules() {
            return List.of(List.of("password", "totp"));
        }

        private Response withReceipt(String receipt, Map<String, ?> identity) {
            return nobody().header(RECEIPT, receipt)
                    .body(Map.of("auth", Map.of("identity", identity)))
                    .post(V3 + "/auth/tokens");
        }

        private Map<String, ?> code() {
            return Map.of("methods", List.of("totp"), "totp", device(passcode(0)));
        }

        @Test
        void comesInWithBoth() {
            byBoth(Cloud.PASSWORD, passcode(0))
                    .then()
                    .statusCode(201)
                    .body("token.methods", containsInAnyOrder("password", "totp"));
        }

        @Test
        void doesNotComeInWithOneRightAndOneWrong() {
            byBoth("wrong", passcode(0)).then().statusCode(401).header(RECEIPT, nullValue());
            byBoth(Cloud.PASSWORD, passcode(5)).then().statusCode(401).header(RECEIPT, nullValue());
        }

        @Test
        void getsAReceiptForTheFirstAndComesInWithItAndTheSecond() {
            var receipt = login(byId(user));
            receipt.then()
                    .statusCode(401)
                    .header(RECEIPT, notNullValue())
                    .header("X-Subject-Token", nullValue())
                    .body("receipt.methods", equalTo(List.of("password")))
                    .body("receipt.user.id", equalTo(user))
                    .body("receipt.expires_at", notNullValue())
                    .body("required_auth_methods", equalTo(rules()));
            withReceipt(receipt.header(RECEIPT), code())
                    .then()
                    .statusCode(201)
                    .body("token.methods", containsInAnyOrder("password", "totp"));
        }

        @Test
        void cannotUseAReceiptAsATokenNorOneThatIsNone() {
            var receipt = login(byId(user)).header(RECEIPT);
            as(receipt).get(V3 + "/auth/projects").then().statusCode(401);
            withReceipt("no receipt", code()).then().statusCode(401);
            withReceipt(receipt.substring(2), code()).then().statusCode(401);
        }

        @Test
        void cannotUseAReceiptOfAnother() {
            var other = Cloud.newUser();
            change("users", "user", other, Map.of("options", Map.of("multi_factor_auth_rules", rules())));
            withReceipt(login(byId(other)).header(RECEIPT), code()).then().statusCode(401);
        }

        @Test
        void losesTheReceiptWithThePassword() {
            var receipt = login(byId(user)).header(RECEIPT);
            change("users", "user", user, Map.of("password", "another"));
            withReceipt(receipt, code()).then().statusCode(401);
        }

        @Test
        void rescopesWithoutShowingBothAgain() {
            var token = Cloud.token(byBoth(Cloud.PASSWORD, passcode(0)));
            Cloud.rescope(token, "unscoped").then().statusCode(201);
        }

        @Test
        void needsOnlyOneWhileTheRulesAreOff() {
            change("users", "user", user, Map.of("options", Map.of("multi_factor_auth_enabled", false)));
            login(byId(user)).then().statusCode(201);
        }

        @Test
        void hasNoRulesThatMakeNoSense() {
            for (var rules : List.of("password", List.of("password"), List.of(List.of()), List.of(List.of("magic")))) {
                change("users", "user", user, Map.of("options", Map.of("multi_factor_auth_rules", rules)))
                        .then()
                        .statusCode(400);
            }
        }
    }
}
