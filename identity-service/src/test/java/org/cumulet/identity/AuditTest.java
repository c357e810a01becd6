package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.login;
import static org.cumulet.identity.Cloud.nobody;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cumulet.testing.contract.EventContract;
import org.cumulet.testing.contract.HeardEvents;
import org.cumulet.testing.contract.HeardEvents.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every login, failure and change is told, and never a secret.
@IdentityTest
class AuditTest {

    private HeardEvents events;

    @BeforeEach
    void listen() {
        events = HeardEvents.on("identity.audit");
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    private static List<String> told(List<Heard> heard) {
        return heard.stream()
                .map(it -> JsonPath.from(it.payload()))
                .map(it -> "%s %s %s %s"
                        .formatted(
                                it.getString("action"),
                                it.getString("target.typeURI"),
                                it.getString("outcome"),
                                it.getString("reason.reasonCode")))
                .toList();
    }

    private static String idOf(String token) {
        return as(token)
                .header("X-Subject-Token", token)
                .get(V3 + "/auth/tokens")
                .path("token.user.id");
    }

    @Test
    void whatNoEndpointTakesIsRefusedInIdentitysShapeAndNotTold() {
        as(Cloud.admin())
                .contentType("application/json")
                .body("{}")
                .post(V3 + "/keystone_imports")
                .then()
                .statusCode(415)
                .body("error.code", equalTo(415));
    }

    @Test
    void whatAUserDoesIsToldInOrderAndAsPromised() throws Exception {
        var user = Cloud.newUser();
        login(Map.of("id", user, "password", "a wrong password")).then().statusCode(401);
        var token = Cloud.token(login(byId(user)));
        as(token).delete(V3 + "/users/" + user).then().statusCode(403);
        as(token).header("X-Subject-Token", token).delete(V3 + "/auth/tokens");
        nobody().body(Map.of("user", Map.of("original_password", Cloud.PASSWORD, "password", "a newer password")))
                .post(V3 + "/users/" + user + "/password")
                .then()
                .statusCode(204);
        var heard = events.of(user, 5);
        assertThat(told(heard))
                .containsExactly(
                        "authenticate service/security/account/user failure 401",
                        "authenticate service/security/account/user success null",
                        "delete data/security/user failure 403",
                        "revoke data/security/token success null",
                        "update data/security/password success null");
        for (var event : heard) {
            assertThat(event.type()).isEqualTo("org.cumulet.identity.audit.recorded");
            assertThat(EventContract.of(event.type()).violations(event.payload()))
                    .isEmpty();
            assertThat(event.payload())
                    .doesNotContain("a wrong password", Cloud.PASSWORD, "a newer password", token)
                    .contains("127.0.0.1", "Apache-HttpClient");
        }
    }

    @Test
    void whatAnAdminMakesIsToldWithItsId() {
        var user = Cloud.newUser();
        var role = Cloud.newRole();
        var project = Cloud.newProject();
        as(Cloud.admin())
                .put("%s/projects/%s/users/%s/roles/%s".formatted(V3, project, user, role))
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var heard = events.of(idOf(Cloud.admin()), 1).stream()
                    .map(it -> JsonPath.from(it.payload()))
                    .map(it -> it.getString("action") + " " + it.getString("target.typeURI") + " "
                            + it.getString("target.id"))
                    .toList();
            assertThat(heard)
                    .contains(
                            "create data/security/user " + user,
                            "create data/security/role " + role,
                            "update data/security/role " + role);
        });
    }

    @Test
    void aLoginAsNobodyIsToldWithoutTheNameThatWasTyped() {
        var typed = Cloud.fresh("my-secret-typed-into-the-wrong-field");
        login(Cloud.byName(typed, "x")).then().statusCode(401);
        var heard = events.of("unknown", 1);
        assertThat(told(heard)).contains("authenticate service/security/account/user failure 401");
        assertThat(heard).noneMatch(it -> it.payload().contains(typed));
    }
}
