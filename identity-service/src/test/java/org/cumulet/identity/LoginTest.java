package org.cumulet.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.attempt;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.byName;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.grant;
import static org.cumulet.identity.Cloud.login;
import static org.cumulet.identity.Cloud.nobody;
import static org.cumulet.identity.Cloud.rescope;
import static org.cumulet.identity.Cloud.token;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@IdentityTest
class LoginTest {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";
    private static final Map<String, Object> ADMIN = byName("admin", Cloud.ADMIN_PASSWORD);

    @Nested
    class IntoAProject {

        @Test
        void givesATokenWithEverythingThatAClientNeeds() {
            login(ADMIN, Cloud.projectNamed("admin"))
                    .then()
                    .statusCode(201)
                    .header("X-Subject-Token", notNullValue())
                    .header("Vary", "X-Auth-Token")
                    .header("x-openstack-request-id", notNullValue())
                    .body("token.methods", equalTo(List.of("password")))
                    .body("token.user.name", equalTo("admin"))
                    .body("token.user.domain", equalTo(Map.of("id", "default", "name", "Default")))
                    .body("token.user", hasKey("password_expires_at"))
                    .body("token.project.name", equalTo("admin"))
                    .body("token.project.domain.id", equalTo("default"))
                    .body("token.is_domain", is(false))
                    .body("token.roles.name", containsInAnyOrder("admin", "member", "reader"))
                    .body("token.roles[0].id", matchesPattern("[0-9a-f]{32}"))
                    .body("token.audit_ids", hasSize(1))
                    .body("token.audit_ids[0]", matchesPattern("[A-Za-z0-9_-]{22}"))
                    .body("token.issued_at", matchesPattern(TIME))
                    .body("token.expires_at", matchesPattern(TIME))
                    .body("token.domain", nullValue())
                    .body("token.system", nullValue());
        }

        @Test
        void worksByIdAsWell() {
            var member = Cloud.member();
            login(byId(member.id()), Cloud.project(member.project()))
                    .then()
                    .statusCode(201)
                    .body("token.project.id", equalTo(member.project()))
                    .body("token.roles.name", containsInAnyOrder("member", "reader"));
        }

        @Test
        void worksWithTheDomainsNameAsWell() {
            var domain = Map.of("name", "Default");
            login(
                            Map.of("name", "admin", "domain", domain, "password", Cloud.ADMIN_PASSWORD),
                            Map.of("project", Map.of("name", "admin", "domain", domain)))
                    .then()
                    .statusCode(201);
        }

        @Test
        void givesRolesHeldThroughAGroup() {
            var user = Cloud.newUser();
            var group = Cloud.newGroup(user);
            var project = Cloud.newProject();
            as(Cloud.admin())
                    .put("%s/projects/%s/groups/%s/roles/%s".formatted(V3, project, group, Cloud.role("member")))
                    .then()
                    .statusCode(204);
            login(byId(user), Cloud.project(project))
                    .then()
                    .statusCode(201)
                    .body("token.roles.name", containsInAnyOrder("member", "reader"));
        }
    }

    @Nested
    class TheCatalog {

        @Test
        void namesTheServicesThatAreHereUnderThePublicUrl() {
            var catalog = login(ADMIN, Cloud.projectNamed("admin")).then().extract();
            Map.of(
                            "identity keystone", "http://127.0.0.1:18101/identity",
                            "image glance", "http://127.0.0.1:18101/image",
                            "compute nova", "http://127.0.0.1:18101/compute/v2.1",
                            "network neutron", "http://127.0.0.1:18101/network",
                            "placement placement", "http://127.0.0.1:18101/placement",
                            "inventory inventory", "http://127.0.0.1:18101/inventory")
                    .forEach((service, url) -> {
                        var type = service.split(" ")[0];
                        var entry = "token.catalog.find { it.type == '" + type + "' }";
                        assertThat(catalog.<String>path(entry + ".name")).isEqualTo(service.split(" ")[1]);
                        assertThat(catalog.<List<String>>path(entry + ".endpoints.url"))
                                .containsExactly(url, url, url);
                        assertThat(catalog.<List<String>>path(entry + ".endpoints.interface"))
                                .containsExactlyInAnyOrder("public", "internal", "admin");
                        assertThat(catalog.<List<String>>path(entry + ".endpoints.region_id"))
                                .containsOnly("RegionOne");
                    });
        }

        @Test
        void isLeftOutOnRequest() {
            nobody().body(Map.of(
                            "auth", Map.of("identity", Cloud.password(ADMIN), "scope", Cloud.projectNamed("admin"))))
                    .post(V3 + "/auth/tokens?nocatalog")
                    .then()
                    .statusCode(201)
                    .body("token.catalog", nullValue())
                    .body("token.roles", notNullValue());
        }

        @Test
        void fillsInTheProjectAndLeavesOutWhatNeedsOneWhereThereIsNone() {
            var service = Cloud.make("services", "service", Map.of("type", fresh("type"), "name", "mine"));
            Cloud.make(
                    "endpoints",
                    "endpoint",
                    Map.of("service_id", service, "interface", "public", "url", "http://x/v1/AUTH_$(project_id)s"));
            var path = "token.catalog.find { it.id == '%s' }.endpoints.url".formatted(service);
            var project = login(ADMIN, Cloud.projectNamed("admin"));
            project.then().body(path, equalTo(List.of("http://x/v1/AUTH_" + project.path("token.project.id"))));
            login(ADMIN, Cloud.system()).then().body(path, equalTo(List.of()));
        }
    }

    @Nested
    class ElsewhereThanInAProject {

        @Test
        void aDomainGivesItsRolesAndNoProject() {
            var user = Cloud.newUser();
            var domain = Cloud.newDomain();
            grant("domains/" + domain, user, "reader");
            login(byId(user), Cloud.domain(domain))
                    .then()
                    .statusCode(201)
                    .body("token.domain.id", equalTo(domain))
                    .body("token.roles.name", equalTo(List.of("reader")))
                    .body("token.catalog", notNullValue())
                    .body("token.project", nullValue())
                    .body("token.is_domain", nullValue());
        }

        @Test
        void theSystemGivesItsRoles() {
            login(ADMIN, Cloud.system())
                    .then()
                    .statusCode(201)
                    .body("token.system", equalTo(Map.of("all", true)))
                    .body("token.roles.name", hasItems("admin", "member", "reader"))
                    .body("token.project", nullValue());
        }

        @Test
        void noScopeAndNoDefaultProjectIsUnscoped() {
            mustBeUnscoped(login(byId(Cloud.newUser())));
        }

        @Test
        void noScopeGoesToTheDefaultProjectWhereTheUserHasARole() {
            var project = Cloud.newProject();
            var user = Cloud.newUser(Map.of("default_project_id", project));
            mustBeUnscoped(login(byId(user)));
            grant("projects/" + project, user, "member");
            login(byId(user)).then().statusCode(201).body("token.project.id", equalTo(project));
        }

        @Test
        void unscopedIsUnscopedDespiteADefaultProject() {
            var project = Cloud.newProject();
            var user = Cloud.newUser(Map.of("default_project_id", project));
            grant("projects/" + project, user, "member");
            mustBeUnscoped(login(byId(user), "unscoped"));
            mustBeUnscoped(login(byId(user), Map.of("unscoped", Map.of())));
        }

        private void mustBeUnscoped(Response login) {
            login.then()
                    .statusCode(201)
                    .body(
                            "token.keySet()",
                            containsInAnyOrder("methods", "user", "audit_ids", "issued_at", "expires_at"));
        }
    }

    @Nested
    class ByAToken {

        @Test
        void endsWhenTheFirstOneEndsAndRemembersIt() {
            var member = Cloud.member();
            var first = login(byId(member.id()), "unscoped");
            var second = rescope(token(first), Cloud.project(member.project()));
            var third = rescope(token(second), "unscoped");
            second.then()
                    .statusCode(201)
                    .body("token.methods", containsInAnyOrder("password", "token"))
                    .body("token.expires_at", equalTo(first.path("token.expires_at")))
                    .body("token.audit_ids", hasSize(2))
                    .body("token.audit_ids[1]", equalTo(first.path("token.audit_ids[0]")))
                    .body("token.project.id", equalTo(member.project()));
            third.then()
                    .statusCode(201)
                    .body("token.expires_at", equalTo(first.path("token.expires_at")))
                    .body("token.audit_ids[1]", equalTo(first.path("token.audit_ids[0]")))
                    .body("token.project", nullValue());
        }

        @Test
        void goesNowhereWhereTheUserHasNoRole() {
            mustBeRefused(rescope(Cloud.member().token(), Cloud.project(Cloud.newProject())));
        }
    }

    /// Security case 9.
    @Nested
    class AFailure {

        private Stream<Map<String, ?>> failures() {
            var member = Cloud.member();
            var disabled = Cloud.member();
            Cloud.change("users", "user", disabled.id(), Map.of("enabled", false));
            var closed = Cloud.member();
            Cloud.change("projects", "project", closed.project(), Map.of("enabled", false));
            var domain = Cloud.newDomain();
            var exile = Cloud.newUser(Map.of("domain_id", domain));
            Cloud.change("domains", "domain", domain, Map.of("enabled", false));
            var passwordless = new HashMap<String, Object>(Map.of("name", fresh("user")));
            passwordless.put("password", null);
            var silent = Cloud.make("users", "user", passwordless);
            return Stream.of(
                    identity(byName(fresh("nobody"), "x")),
                    identity(byName("admin", "x")),
                    identity(byName("ADMIN", Cloud.ADMIN_PASSWORD)),
                    identity(Map.of("id", "no-such-id", "password", "x")),
                    identity(Map.of(
                            "name", "admin", "domain", Map.of("name", "nowhere"), "password", Cloud.ADMIN_PASSWORD)),
                    identity(byId(disabled.id())),
                    identity(byId(exile)),
                    identity(byId(silent)),
                    scoped(byId(member.id()), Cloud.project("no-such-project")),
                    scoped(byId(member.id()), Cloud.projectNamed("admin")),
                    scoped(byId(member.id()), Cloud.project("default")),
                    scoped(byId(member.id()), Cloud.domain("default")),
                    scoped(byId(member.id()), Cloud.domain("no-such-domain")),
                    scoped(byId(member.id()), Cloud.system()),
                    scoped(byId(closed.id()), Cloud.project(closed.project())),
                    Map.of(
                            "identity",
                            Map.of(
                                    "methods",
                                    List.of("totp"),
                                    "totp",
                                    Map.of("user", Map.of("id", "x", "passcode", "0")))),
                    Map.of("identity", Map.of("methods", List.of("token"), "token", Map.of("id", "no-such-token"))),
                    Map.of(
                            "identity",
                            Map.of(
                                    "methods",
                                    List.of("application_credential"),
                                    "application_credential",
                                    Map.of("id", "no-such-credential", "secret", "x"))));
        }

        @Test
        void isTheSameWhateverWasWrong() {
            assertAll(failures().map(auth -> () -> mustBeRefused(attempt(auth))));
        }

        @Test
        void takesAsLongForAUserThatIsNotThere() {
            var wrong = fastest(() -> login(byName("admin", "wrong")));
            var unknown = fastest(() -> login(byName("nobody-here", "wrong")));
            assertThat(unknown).isBetween(wrong / 3, wrong * 3);
        }

        private long fastest(Runnable attempt) {
            return Stream.generate(() -> {
                        var start = System.nanoTime();
                        attempt.run();
                        return System.nanoTime() - start;
                    })
                    .limit(7)
                    .mapToLong(it -> it)
                    .min()
                    .orElseThrow();
        }
    }

    private static Map<String, ?> identity(Map<String, ?> user) {
        return Map.of("identity", Cloud.password(user));
    }

    private static Map<String, ?> scoped(Map<String, ?> user, Object scope) {
        return Map.of("identity", Cloud.password(user), "scope", scope);
    }

    private static void mustBeRefused(Response response) {
        response.then()
                .statusCode(401)
                .header("WWW-Authenticate", "Keystone uri=\"http://127.0.0.1:18101/identity\"")
                .header("X-Subject-Token", nullValue())
                .body("error.code", equalTo(401))
                .body("error.title", equalTo("Unauthorized"))
                .body("error.message", equalTo("The request you have made requires authentication."))
                .body("error.keySet()", containsInAnyOrder("code", "title", "message"));
    }

    @Nested
    class ARequestThatMakesNoSense {

        static Stream<String> bodies() {
            return Stream.of(
                    "",
                    "null",
                    "[]",
                    "{",
                    "{}",
                    "{\"auth\":null}",
                    "{\"auth\":{}}",
                    "{\"auth\":{\"identity\":{}}}",
                    "{\"auth\":{\"identity\":{\"methods\":[]}}}",
                    "{\"auth\":{\"identity\":{\"methods\":\"password\"}}}",
                    "{\"auth\":{\"identity\":{\"methods\":[\"password\"]}}}",
                    "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{}}}}",
                    "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"password\":\"x\"}}}}}",
                    "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"admin\",\"password\":\"x\"}}}}}",
                    "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"id\":\"a\\u0000b\",\"password\":\"x\"}}}}}",
                    "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"id\":7,\"password\":\"x\"}}}}}",
                    "{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{}}}}",
                    "{\"auth\":{\"identity\":{\"methods\":[\"password\",\"token\"]}}}");
        }

        @ParameterizedTest
        @MethodSource("bodies")
        void isABadRequest(String body) {
            nobody().body(body)
                    .post(V3 + "/auth/tokens")
                    .then()
                    .statusCode(400)
                    .body("error.code", equalTo(400))
                    .body("error.message", not(matchesPattern("(?s).*(org\\.|java\\.).*")));
        }

        static Stream<Object> scopes() {
            return Stream.of(
                    "scoped",
                    Map.of(),
                    Map.of("project", Map.of("id", "a"), "domain", Map.of("id", "b")),
                    Map.of("system", Map.of("all", false)),
                    Map.of("project", Map.of("name", "admin")),
                    Map.of("everything", true),
                    7);
        }

        @ParameterizedTest
        @MethodSource("scopes")
        void aScopeThatIsNoneIsABadRequest(Object scope) {
            login(ADMIN, scope).then().statusCode(400);
        }

        /// Security case 3.
        @Test
        void theSameMethodManyTimesIsRefusedFast() {
            attempt(Map.of(
                            "identity",
                            Map.of(
                                    "methods", Collections.nCopies(10_000, "password"),
                                    "password", Map.of("user", ADMIN))))
                    .then()
                    .statusCode(400);
        }

        @Test
        void theSameMethodTwiceIsThatMethod() {
            attempt(Map.of(
                            "identity",
                            Map.of("methods", List.of("password", "password"), "password", Map.of("user", ADMIN))))
                    .then()
                    .statusCode(201)
                    .body("token.methods", equalTo(List.of("password")));
        }

        @Test
        void somethingElseThanJsonIsNotRead() {
            given().contentType("text/plain")
                    .body("hello")
                    .post(V3 + "/auth/tokens")
                    .then()
                    .statusCode(415)
                    .body("error.code", equalTo(415));
        }
    }
}
