package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.attempt;
import static org.cumulet.identity.Cloud.fresh;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.cumulet.identity.Cloud.Person;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@IdentityTest
class ApplicationCredentialsTest {

    private final Person member = Cloud.member();
    private final String token = member.token();

    private static String path(Person user) {
        return V3 + "/users/" + user.id() + "/application_credentials";
    }

    private Response ask(String token, Map<String, ?> wish) {
        return as(token)
                .body(Map.of("application_credential", Cloud.with(wish, Map.entry("name", fresh("credential")))))
                .post(path(member));
    }

    private Credential make(Map<String, ?> wish) {
        return made(ask(token, wish));
    }

    private static Credential made(Response response) {
        response.then().statusCode(201);
        return new Credential(
                response.path("application_credential.id"),
                response.path("application_credential.name"),
                response.path("application_credential.secret"));
    }

    private record Credential(String id, String name, String secret) {

        Response login() {
            return login(Map.of("id", id, "secret", secret));
        }

        static Response login(Map<String, ?> proof) {
            return attempt(Map.of(
                    "identity", Map.of("methods", List.of("application_credential"), "application_credential", proof)));
        }
    }

    @Nested
    class ANewOne {

        @Test
        void tellsItsSecretOnceAndHasTheRolesOfTheToken() {
            var response = ask(token, Map.of("description", "mine"));
            response.then()
                    .statusCode(201)
                    .body("application_credential.project_id", equalTo(member.project()))
                    .body("application_credential.description", equalTo("mine"))
                    .body("application_credential.roles.name", containsInAnyOrder("member", "reader"))
                    .body("application_credential.roles[0]", hasKey("domain_id"))
                    .body("application_credential.unrestricted", is(false))
                    .body("application_credential.expires_at", nullValue())
                    .body("application_credential.system", nullValue());
            var credential = made(response);
            assertThat(credential.secret()).hasSizeGreaterThan(40);
            as(token)
                    .get(path(member) + "/" + credential.id())
                    .then()
                    .statusCode(200)
                    .body("application_credential.id", equalTo(credential.id()))
                    .body("application_credential", not(hasKey("secret")))
                    .body(not(containsString(credential.secret())));
            as(token)
                    .get(path(member) + "?name=" + credential.name())
                    .then()
                    .body("application_credentials.id", equalTo(List.of(credential.id())))
                    .body("links.next", nullValue());
            as(token).get(path(member) + "?name=other").then().body("application_credentials", equalTo(List.of()));
        }

        @Test
        void mayHaveASecretOfItsUsersChoiceAnEndAndFewerRoles() {
            var end = Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
            var response = ask(
                    token,
                    Map.of(
                            "secret", "of my choice",
                            "expires_at", end.toString(),
                            "roles", List.of(Map.of("name", "reader"))));
            response.then()
                    .statusCode(201)
                    .body(
                            "application_credential.expires_at",
                            equalTo(end.toString().replace("Z", ".000000")));
            assertThat(made(response).secret()).isEqualTo("of my choice");
            made(response)
                    .login()
                    .then()
                    .statusCode(201)
                    .body("token.roles.name", equalTo(List.of("reader")))
                    .body("token.expires_at", equalTo(end.toString().replace("Z", ".000000Z")));
        }

        @Test
        void isNeverWiderThanTheTokenItIsMadeWith() {
            ask(token, Map.of("roles", List.of(Map.of("name", "admin")))).then().statusCode(400);
            ask(token, Map.of("roles", List.of(Map.of("id", Cloud.role("admin")))))
                    .then()
                    .statusCode(400);
            ask(token, Map.of("roles", List.of(Map.of()))).then().statusCode(400);
            ask(token, Map.of("project_id", Cloud.newProject())).then().statusCode(403);
            ask(token, Map.of("project_id", member.project())).then().statusCode(201);
            var unscoped = Cloud.token(Cloud.login(Cloud.byId(member.id()), "unscoped"));
            ask(unscoped, Map.of()).then().statusCode(403);
        }

        @Test
        void isRefusedWhereItPromisesWhatWeDoNotKeep() {
            ask(token, Map.of("expires_at", "2001-01-01T00:00:00Z")).then().statusCode(400);
            ask(token, Map.of("expires_at", "soon")).then().statusCode(400);
            ask(token, Map.of("access_rules", List.of())).then().statusCode(400);
            ask(token, Map.of("access_rules", List.of(Map.of("path", "x", "method", "GET", "service", "y"))))
                    .then()
                    .statusCode(400);
            ask(token, Map.of("access_rules", List.of(Map.of("path", "/x", "method", "LOOK", "service", "y"))))
                    .then()
                    .statusCode(400);
            ask(token, Map.of("access_rules", List.of(Map.of("path", "/x"))))
                    .then()
                    .statusCode(400);
            ask(token, Map.of("unrestricted", "false")).then().statusCode(400);
        }

        @Test
        void hasANameOfItsOwnAmongItsUsers() {
            var name = make(Map.of()).name();
            ask(token, Map.of("name", name)).then().statusCode(409);
        }

        @Test
        void isMadeByItsUserAlone() {
            ask(Cloud.member().token(), Map.of()).then().statusCode(403);
            ask(Cloud.admin(), Map.of()).then().statusCode(403);
        }
    }

    @Nested
    class ALogin {

        @Test
        void worksByIdAndByName() {
            var credential = make(Map.of());
            credential
                    .login()
                    .then()
                    .statusCode(201)
                    .body("token.methods", equalTo(List.of("application_credential")))
                    .body("token.user.id", equalTo(member.id()))
                    .body("token.project.id", equalTo(member.project()))
                    .body("token.application_credential.id", equalTo(credential.id()))
                    .body("token.application_credential.name", equalTo(credential.name()))
                    .body("token.application_credential.restricted", is(true));
            Credential.login(Map.of(
                            "name",
                            credential.name(),
                            "secret",
                            credential.secret(),
                            "user",
                            Map.of("id", member.id())))
                    .then()
                    .statusCode(201);
        }

        @Test
        void hasNoScopeOfItsOwnAndIsNotRescoped() {
            var credential = make(Map.of());
            var proof = Map.of("id", credential.id(), "secret", credential.secret());
            attempt(Map.of(
                            "identity",
                            Map.of("methods", List.of("application_credential"), "application_credential", proof),
                            "scope",
                            Cloud.project(member.project())))
                    .then()
                    .statusCode(403);
            var made = Cloud.token(credential.login());
            Cloud.rescope(made, Cloud.project(member.project())).then().statusCode(403);
            Cloud.rescope(made, "unscoped").then().statusCode(403);
        }

        @Test
        void failsAsAnyOther() {
            var credential = make(Map.of());
            Credential.login(Map.of("id", credential.id(), "secret", "wrong"))
                    .then()
                    .statusCode(401);
            Credential.login(Map.of("id", "nothing", "secret", "wrong")).then().statusCode(401);
            Credential.login(Map.of("name", "nothing", "secret", "x", "user", Map.of("id", member.id())))
                    .then()
                    .statusCode(401);
            Credential.login(Map.of("name", "nothing", "secret", "x")).then().statusCode(400);
        }

        @Test
        void endsWithTheUserTheProjectAndTheRoles() {
            var credential = make(Map.of());
            var made = Cloud.token(credential.login());
            Cloud.change("users", "user", member.id(), Map.of("enabled", false));
            credential.login().then().statusCode(401);
            as(made).get(V3 + "/auth/projects").then().statusCode(401);
            Cloud.change("users", "user", member.id(), Map.of("enabled", true));
            credential.login().then().statusCode(201);
            Cloud.change("projects", "project", member.project(), Map.of("enabled", false));
            credential.login().then().statusCode(401);
            Cloud.change("projects", "project", member.project(), Map.of("enabled", true));
            Cloud.delete(
                    "projects/%s/users/%s/roles/%s".formatted(member.project(), member.id(), Cloud.role("member")));
            credential.login().then().statusCode(401);
        }
    }

    @Nested
    class ADeletedOne {

        @Test
        void takesItsTokensWithIt() {
            var credential = make(Map.of());
            var made = Cloud.token(credential.login());
            as(token).delete(path(member) + "/" + credential.id()).then().statusCode(204);
            as(made).get(V3 + "/auth/projects").then().statusCode(401);
            credential.login().then().statusCode(401);
            as(token).get(path(member) + "/" + credential.id()).then().statusCode(404);
            as(token).delete(path(member) + "/" + credential.id()).then().statusCode(404);
        }

        @Test
        void mayBeDeletedByAnAdmin() {
            as(Cloud.admin())
                    .delete(path(member) + "/" + make(Map.of()).id())
                    .then()
                    .statusCode(204);
        }
    }

    /// Security case 6.
    @Nested
    class ARestrictedOne {

        private final Credential restricted = make(Map.of());
        private final String made = Cloud.token(restricted.login());

        @Test
        void makesAndDeletesNoOthers() {
            var before = as(token).get(path(member)).asString();
            ask(made, Map.of()).then().statusCode(403);
            as(made).delete(path(member) + "/" + restricted.id()).then().statusCode(403);
            assertThat(as(token).get(path(member)).asString()).isEqualTo(before);
        }

        @Test
        void unlessItIsUnrestrictedAndEvenThenNoWiderOnes() {
            var free = make(Map.of("unrestricted", true, "roles", List.of(Map.of("name", "reader"))));
            var reader = Cloud.token(free.login());
            ask(reader, Map.of("roles", List.of(Map.of("name", "member"))))
                    .then()
                    .statusCode(400);
            ask(reader, Map.of())
                    .then()
                    .statusCode(201)
                    .body("application_credential.roles.name", equalTo(List.of("reader")));
        }
    }

    /// Security case 8.
    @Test
    void othersDoNotFindThem() {
        var credential = make(Map.of());
        var other = Cloud.member();
        for (var stranger : List.of(other.token(), Cloud.person("reader").token())) {
            as(stranger).get(path(member)).then().statusCode(404);
            as(stranger).get(path(member) + "/" + credential.id()).then().statusCode(404);
            as(stranger).delete(path(member) + "/" + credential.id()).then().statusCode(404);
            as(stranger).get(path(other) + "/" + credential.id()).then().statusCode(404);
        }
        as(token).get(path(member) + "/" + credential.id()).then().statusCode(200);
    }

    /// Security case 10.
    @Test
    void signaturesAreExchangedForNothing() {
        for (var path : List.of("/ec2tokens", "/s3tokens")) {
            Cloud.nobody().body("{}").post(V3 + path).then().statusCode(404);
        }
        for (var path : List.of("/OS-OAUTH1/consumers", "/OS-OAUTH1/request_token", "/OS-OAUTH1/access_token")) {
            as(Cloud.admin()).body("{}").post(V3 + path).then().statusCode(404);
        }
        as(token)
                .body("{}")
                .post(V3 + "/users/" + member.id() + "/credentials/OS-EC2")
                .then()
                .statusCode(404);
    }
}
