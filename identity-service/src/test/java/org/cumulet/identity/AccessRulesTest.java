package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.with;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cumulet.identity.Cloud.Person;
import org.junit.jupiter.api.Test;

/// Access rules: what an application credential is good for beside its roles.
@IdentityTest
class AccessRulesTest {

    private final Person owner = Cloud.member();
    private final String token = owner.token();
    private final String credentials = V3 + "/users/" + owner.id() + "/application_credentials";
    private final String rules = V3 + "/users/" + owner.id() + "/access_rules";

    private static Map<String, String> rule(String method, String path) {
        return Map.of("service", "identity", "method", method, "path", path);
    }

    private Response ask(String who, Object accessRules, Map<String, ?> more) {
        return as(who).body(Map.of(
                        "application_credential",
                        with(more, Map.entry("name", fresh("robot")), Map.entry("access_rules", accessRules))))
                .post(credentials);
    }

    private static String login(Response made) {
        made.then().statusCode(201);
        return Cloud.token(Cloud.attempt(Map.of(
                "identity",
                Map.of(
                        "methods",
                        List.of("application_credential"),
                        "application_credential",
                        Map.of(
                                "id", made.path("application_credential.id"),
                                "secret", made.path("application_credential.secret"))))));
    }

    @Test
    void limitATokenToTheirRequests() {
        var robot = login(ask(token, List.of(rule("GET", "/v3/auth/*"), rule("GET", "/v3/users/{id}")), Map.of()));
        as(robot).get(V3 + "/auth/projects").then().statusCode(200);
        as(robot).head(V3 + "/auth/projects").then().statusCode(401);
        as(robot).get(V3 + "/users/" + owner.id()).then().statusCode(200);
        as(robot).get(V3 + "/users/" + owner.id() + "/projects").then().statusCode(401);
        as(robot).get(credentials).then().statusCode(401);
        as(token).get(credentials).then().statusCode(200);
    }

    @Test
    void areShownWithTheCredentialAndItsToken() {
        var made = ask(token, List.of(rule("GET", "/v3/auth/tokens")), Map.of());
        made.then().body("application_credential.access_rules[0].path", equalTo("/v3/auth/tokens"));
        var robot = login(made);
        as(robot)
                .header("X-Subject-Token", robot)
                .get(V3 + "/auth/tokens")
                .then()
                .statusCode(200)
                .body("token.application_credential.access_rules[0].method", equalTo("GET"));
    }

    @Test
    void areKeptOncePerUserAndNamedAgainByTheirId() {
        var path = "/" + fresh("path");
        String id = ask(token, List.of(rule("GET", path)), Map.of()).path("application_credential.access_rules[0].id");
        ask(token, List.of(rule("GET", path)), Map.of())
                .then()
                .body("application_credential.access_rules[0].id", equalTo(id));
        ask(token, List.of(Map.of("id", id)), Map.of())
                .then()
                .statusCode(201)
                .body("application_credential.access_rules[0].path", equalTo(path));
        ask(token, List.of(Map.of("id", "nothing")), Map.of()).then().statusCode(400);
        as(token).get(rules + "?path=" + path).then().body("access_rules.id", equalTo(List.of(id)));
        as(token).get(rules + "/" + id).then().statusCode(200).body("access_rule.method", equalTo("GET"));
    }

    @Test
    void goWhenNothingUsesThemAnyMore() {
        var made = ask(token, List.of(rule("GET", "/" + fresh("path"))), Map.of());
        String id = made.path("application_credential.access_rules[0].id");
        as(token).delete(rules + "/" + id).then().statusCode(403);
        as(token)
                .delete(credentials + "/" + made.path("application_credential.id"))
                .then()
                .statusCode(204);
        as(token).get(rules + "/" + id).then().statusCode(200);
        as(token).delete(rules + "/" + id).then().statusCode(204);
        as(token).get(rules + "/" + id).then().statusCode(404);
    }

    @Test
    void ofOthersAreNotThere() {
        String id = ask(token, List.of(rule("GET", "/" + fresh("path"))), Map.of())
                .path("application_credential.access_rules[0].id");
        var stranger = Cloud.member();
        as(stranger.token()).get(rules + "/" + id).then().statusCode(404);
        as(stranger.token()).get(rules).then().statusCode(404);
        as(stranger.token()).delete(rules + "/" + id).then().statusCode(404);
        as(stranger.token())
                .body(Map.of(
                        "application_credential",
                        Map.of("name", fresh("robot"), "access_rules", List.of(Map.of("id", id)))))
                .post(V3 + "/users/" + stranger.id() + "/application_credentials")
                .then()
                .statusCode(400);
    }

    @Test
    void fitIntoATokenOrAreRefused() {
        var many = IntStream.range(0, 30)
                .mapToObj(i -> rule("GET", "/" + i + "x".repeat(100)))
                .toList();
        ask(token, many, Map.of()).then().statusCode(400);
        as(login(ask(token, many.subList(0, 15), Map.of())))
                .get(V3 + "/auth/projects")
                .then()
                .statusCode(401);
    }

    /// Security case 6: whatever else it may do, a limited login makes no others.
    @Test
    void makeNoWiderLogins() {
        var robot = login(ask(
                token,
                List.of(rule("POST", "/v3/**"), rule("GET", "/v3/**"), rule("DELETE", "/v3/**")),
                Map.of("unrestricted", true)));
        ask(robot, List.of(rule("GET", "/v3/**")), Map.of()).then().statusCode(403);
        as(robot)
                .body(Map.of("application_credential", Map.of("name", fresh("free"))))
                .post(credentials)
                .then()
                .statusCode(403);
        as(robot)
                .body(Map.of("credential", Map.of("type", "cert", "blob", "x", "user_id", owner.id())))
                .post(V3 + "/credentials")
                .then()
                .statusCode(403);
        as(robot)
                .body(Map.of(
                        "trust",
                        Map.of(
                                "trustor_user_id", owner.id(),
                                "trustee_user_id", Cloud.newUser(),
                                "project_id", owner.project(),
                                "impersonation", true,
                                "roles", List.of(Map.of("name", "member")))))
                .post(V3 + "/OS-TRUST/trusts")
                .then()
                .statusCode(403);
    }
}
