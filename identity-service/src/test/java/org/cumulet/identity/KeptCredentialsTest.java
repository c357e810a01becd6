package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.cumulet.identity.Cloud.Person;
import org.junit.jupiter.api.Test;

/// `/v3/credentials`: what users keep here for others.
@IdentityTest
class KeptCredentialsTest {

    private static final String CREDENTIALS = V3 + "/credentials";

    private final Person owner = Cloud.member();
    private final String token = owner.token();

    private Response ask(String who, Map<String, ?> more) {
        return as(who).body(Map.of(
                        "credential",
                        with(
                                more,
                                Map.entry("type", "cert"),
                                Map.entry("blob", "a secret"),
                                Map.entry("user_id", owner.id()))))
                .post(CREDENTIALS);
    }

    private String make() {
        return ask(token, Map.of()).then().statusCode(201).extract().path("credential.id");
    }

    private Response change(String who, String id, Map<String, ?> change) {
        return as(who).body(Map.of("credential", change)).patch(CREDENTIALS + "/" + id);
    }

    @Test
    void areMadeShownChangedAndDeletedByTheirUser() {
        var id = make();
        as(token)
                .get(CREDENTIALS + "/" + id)
                .then()
                .body("credential.blob", equalTo("a secret"))
                .body("credential.type", equalTo("cert"));
        change(token, id, Map.of("blob", "another")).then().statusCode(200).body("credential.blob", equalTo("another"));
        as(token).get(CREDENTIALS + "?type=cert").then().body("credentials.id", equalTo(List.of(id)));
        as(token).get(CREDENTIALS + "?type=other").then().body("credentials", equalTo(List.of()));
        as(token).delete(CREDENTIALS + "/" + id).then().statusCode(204);
        as(token).get(CREDENTIALS + "/" + id).then().statusCode(404);
    }

    @Test
    void ofEc2HaveAnIdThatFollowsFromTheirKey() {
        var blob = "{\"access\": \"%s\", \"secret\": \"x\"}".formatted(fresh("key"));
        var wish = Map.of("type", "ec2", "blob", blob, "project_id", owner.project());
        ask(token, wish).then().statusCode(201);
        ask(token, wish).then().statusCode(409);
        ask(token, Map.of("type", "ec2", "blob", blob)).then().statusCode(400);
        ask(token, with(wish, Map.entry("x", 1), Map.entry("y", 2))).then().statusCode(409);
        ask(token, Map.of("type", "ec2", "blob", "no JSON", "project_id", owner.project()))
                .then()
                .statusCode(400);
        ask(token, Map.of("type", "ec2", "blob", "{}", "project_id", owner.project()))
                .then()
                .statusCode(400);
    }

    /// Security case 6.
    @Test
    void areForTheTokensOwnProjectAndNotMadeByRestrictedLogins() {
        ask(token, Map.of("project_id", Cloud.newProject())).then().statusCode(403);
        ask(token, Map.of("user_id", Cloud.newUser())).then().statusCode(403);
        ask(Cloud.admin(), Map.of("project_id", owner.project())).then().statusCode(201);
        var login = as(token)
                .body(Map.of("application_credential", Map.of("name", fresh("robot"))))
                .post(V3 + "/users/" + owner.id() + "/application_credentials");
        var robot = Cloud.token(Cloud.attempt(Map.of(
                "identity",
                Map.of(
                        "methods",
                        List.of("application_credential"),
                        "application_credential",
                        Map.of(
                                "id", login.path("application_credential.id"),
                                "secret", login.path("application_credential.secret"))))));
        var id = make();
        ask(robot, Map.of()).then().statusCode(403);
        change(robot, id, Map.of("blob", "mine")).then().statusCode(403);
        as(robot).delete(CREDENTIALS + "/" + id).then().statusCode(403);
        as(token).get(CREDENTIALS + "/" + id).then().body("credential.blob", equalTo("a secret"));
    }

    /// Security case 7.
    @Test
    void neverChangeHands() {
        var id = make();
        for (var who : List.of(token, Cloud.admin())) {
            change(who, id, Map.of("user_id", Cloud.newUser())).then().statusCode(400);
            change(who, id, Map.of("project_id", Cloud.newProject())).then().statusCode(400);
        }
        change(token, id, Map.of("user_id", owner.id())).then().statusCode(200);
        as(token)
                .get(CREDENTIALS + "/" + id)
                .then()
                .body("credential.user_id", equalTo(owner.id()))
                .body("credential.blob", equalTo("a secret"));
    }

    /// Security case 8.
    @Test
    void ofOthersAreNotThere() {
        var id = make();
        for (var stranger :
                List.of(Cloud.member().token(), Cloud.person("reader").token())) {
            as(stranger).get(CREDENTIALS + "/" + id).then().statusCode(404);
            change(stranger, id, Map.of("blob", "mine")).then().statusCode(404);
            as(stranger).delete(CREDENTIALS + "/" + id).then().statusCode(404);
            as(stranger).get(CREDENTIALS).then().body("credentials", equalTo(List.of()));
            as(stranger).get(CREDENTIALS + "?user_id=" + owner.id()).then().body("credentials", equalTo(List.of()));
        }
        as(Cloud.admin()).get(CREDENTIALS).then().body("credentials.id", hasItem(id));
    }
}
