package org.cumulet.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.nobody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Logging in by the word of an OpenID Connect provider.
@IdentityTest
class FederationTest {

    private static final String FEDERATION = V3 + "/OS-FEDERATION/";
    private static final String DASHBOARD = "http://dashboard.example.org/auth/websso/";

    private final String provider = fresh("staff");
    private final String mapping = fresh("mapping");
    private final String path = FEDERATION + "identity_providers/" + provider;
    private final String group = Cloud.newGroup();
    private final String project = Cloud.newProject();

    @BeforeEach
    void letTheProviderVouchForPeople() {
        OpenIdServer.mustBeThere();
        put("mappings/" + mapping, Map.of("mapping", Map.of("rules", List.of(rule(group)))));
        put(
                "identity_providers/" + provider,
                Map.of("identity_provider", Map.of("enabled", true, "remote_ids", List.of(OpenIdServer.ISSUER))));
        put("identity_providers/" + provider + "/protocols/openid", Map.of("protocol", Map.of("mapping_id", mapping)));
        as(Cloud.admin())
                .put("%s/projects/%s/groups/%s/roles/%s".formatted(V3, project, group, Cloud.role("member")))
                .then()
                .statusCode(204);
    }

    @AfterEach
    void forgetIt() {
        as(Cloud.admin()).delete(path);
    }

    private static Response put(String path, Map<String, ?> body) {
        var answer = as(Cloud.admin()).body(body).put(FEDERATION + path);
        answer.then().statusCode(201);
        return answer;
    }

    /// Everybody is who the provider says; engineers are in the group.
    private static Map<String, Object> rule(String group) {
        return Map.of(
                "local",
                List.of(
                        Map.of("user", Map.of("id", "{0}", "name", "{1}", "email", "{1}")),
                        Map.of("group", Map.of("id", group))),
                "remote",
                List.of(
                        Map.of("type", "OIDC-sub"),
                        Map.of("type", "OIDC-email"),
                        Map.of("type", "OIDC-teams", "any_one_of", List.of("engineers"))));
    }

    private static Map<String, Object> engineer(String name) {
        return Map.of("email", name + "@example.org", "teams", List.of("choir", "engineers"));
    }

    private Response enter(String token) {
        return nobody().header("Authorization", "Bearer " + token).post(path + "/protocols/openid/auth");
    }

    private Response enterAs(String subject) {
        return enter(OpenIdServer.token(subject, engineer(subject)));
    }

    private void mapBy(Map<String, Object>... rules) {
        as(Cloud.admin())
                .body(Map.of("mapping", Map.of("rules", List.of(rules))))
                .patch(FEDERATION + "mappings/" + mapping)
                .then()
                .statusCode(200);
    }

    private static void isDead(String token) {
        as(token).get(V3 + "/auth/projects").then().statusCode(401);
    }

    @Nested
    class AVisitor {

        @Test
        void getsATokenWithoutScopeThatSaysWhoVouches() {
            var subject = fresh("ada");
            enterAs(subject)
                    .then()
                    .statusCode(201)
                    .body("token.methods", contains("openid"))
                    .body("token.user.name", equalTo(subject + "@example.org"))
                    .body("token.user.domain.name", equalTo(provider))
                    .body("token.user.'OS-FEDERATION'.identity_provider.id", equalTo(provider))
                    .body("token.user.'OS-FEDERATION'.protocol.id", equalTo("openid"))
                    .body("token.user.'OS-FEDERATION'.groups.id", contains(group))
                    .body("token.project", nullValue())
                    .body("token.roles", nullValue());
        }

        @Test
        void findsItsProjectsAndGoesThere() {
            var token = Cloud.token(enterAs(fresh("ada")));
            as(token).get(FEDERATION + "projects").then().statusCode(200).body("projects.id", contains(project));
            as(token).get(FEDERATION + "domains").then().statusCode(200).body("domains", equalTo(List.of()));
            Cloud.rescope(token, Cloud.project(project))
                    .then()
                    .statusCode(201)
                    .body("token.methods", containsInAnyOrder("openid", "token"))
                    .body("token.roles.name", hasItem("member"))
                    .body("token.user.'OS-FEDERATION'.identity_provider.id", equalTo(provider));
        }

        @Test
        void isTheSameUserWheneverItComesAndHoweverItIsNamed() {
            var subject = fresh("ada");
            String id = enterAs(subject).path("token.user.id");
            enter(OpenIdServer.token(subject, engineer("married")))
                    .then()
                    .body("token.user.id", equalTo(id))
                    .body("token.user.name", equalTo("married@example.org"));
            as(Cloud.admin())
                    .get(V3 + "/users/" + id)
                    .then()
                    .body("user.email", equalTo("married@example.org"))
                    .body("user.federated[0].idp_id", equalTo(provider))
                    .body("user.federated[0].protocols[0].unique_id", equalTo(subject));
        }

        @Test
        void isNobodyElseOfTheSameName() {
            var name = engineer(fresh("ada"));
            String one = enter(OpenIdServer.token(fresh("one"), name)).path("token.user.id");
            String other = enter(OpenIdServer.token(fresh("other"), name)).path("token.user.id");
            assertThat(one).isNotEqualTo(other);
            var domain = as(Cloud.admin()).get(V3 + "/users/" + one).path("user.domain_id");
            Cloud.login(Map.of("name", name.get("email"), "domain", Map.of("id", domain), "password", "x"))
                    .then()
                    .statusCode(401);
        }

        @Test
        void whomNoRuleFitsIsToldSo() {
            enter(OpenIdServer.token("eve", Map.of("email", "eve@example.org", "teams", "choir")))
                    .then()
                    .statusCode(401)
                    .body("error.message", containsString(mapping));
        }

        @Test
        void whoIsDisabledHereDoesNotComeIn() {
            var subject = fresh("ada");
            String id = enterAs(subject).path("token.user.id");
            Cloud.change("users", "user", id, Map.of("enabled", false));
            enterAs(subject).then().statusCode(401);
        }

        @Test
        void leavesAGroupWhenTheProviderSaysSo() {
            var subject = fresh("ada");
            var before = Cloud.token(enterAs(subject));
            var scoped = Cloud.token(Cloud.rescope(before, Cloud.project(project)));
            mapBy(
                    rule(group),
                    Map.of(
                            "local",
                            List.of(Map.of("user", Map.of("id", "{0}", "name", "{1}"))),
                            "remote",
                            List.of(Map.of("type", "OIDC-sub"), Map.of("type", "OIDC-email"))));
            var again = Cloud.token(enterAs(subject));
            var after = Cloud.token(enter(OpenIdServer.token(subject, Map.of("email", "x@example.org"))));
            isDead(before);
            isDead(scoped);
            isDead(again);
            as(after).get(V3 + "/auth/projects").then().statusCode(200).body("projects", equalTo(List.of()));
        }

        @Test
        void losesWhatItsGroupLoses() {
            var token = Cloud.token(Cloud.rescope(Cloud.token(enterAs(fresh("ada"))), Cloud.project(project)));
            as(Cloud.admin())
                    .delete("%s/projects/%s/groups/%s/roles/%s".formatted(V3, project, group, Cloud.role("member")))
                    .then()
                    .statusCode(204);
            isDead(token);
        }

        @Test
        void maySeeWhoItIsAndIsSeenInItsGroup() {
            var answer = enterAs(fresh("ada"));
            as(Cloud.admin())
                    .get(V3 + "/groups/" + group + "/users")
                    .then()
                    .body("users.id", contains(answer.<String>path("token.user.id")));
        }
    }

    @Nested
    class AMapping {

        @Test
        void mayMakeProjectsAndGiveRolesThere() {
            mapBy(Map.of(
                    "local",
                    List.of(Map.of(
                            "user",
                            Map.of("name", "{0}"),
                            "projects",
                            List.of(Map.of("name", "of {0}", "roles", List.of(Map.of("name", "member")))))),
                    "remote",
                    List.of(Map.of("type", "OIDC-sub"))));
            var subject = fresh("ada");
            for (var i = 0; i < 2; i++) {
                as(Cloud.token(enterAs(subject)))
                        .get(V3 + "/auth/projects")
                        .then()
                        .body("projects.name", contains("of " + subject));
            }
        }

        @Test
        void mayMeanSomebodyWhoIsHereAlready() {
            var member = Cloud.member();
            mapBy(Map.of(
                    "local",
                    List.of(Map.of("user", Map.of("id", member.id(), "type", "local"))),
                    "remote",
                    List.of(Map.of("type", "OIDC-sub"))));
            var token = Cloud.token(enterAs(fresh("ada"))
                    .then()
                    .body("token.user.id", equalTo(member.id()))
                    .extract()
                    .response());
            Cloud.rescope(token, Cloud.project(member.project())).then().statusCode(201);
            as(Cloud.admin())
                    .body(Map.of("identity_provider", Map.of("enabled", false)))
                    .patch(path)
                    .then()
                    .statusCode(200);
            isDead(token);
        }

        @Test
        void isKeptAsItIsAndTakenBackAsItWas() {
            as(Cloud.admin())
                    .get(FEDERATION + "mappings/" + mapping)
                    .then()
                    .statusCode(200)
                    .body("mapping.id", equalTo(mapping))
                    .body("mapping.schema_version", equalTo("1.0"))
                    .body("mapping.rules", equalTo(List.of(rule(group))))
                    .body("mapping.links.self", equalTo("http://127.0.0.1:18101" + FEDERATION + "mappings/" + mapping));
            as(Cloud.admin()).get(FEDERATION + "mappings").then().body("mappings.id", hasItem(mapping));
        }

        @Test
        void isNotMadeTwiceNorOfNonsense() {
            var wish = Map.of("mapping", Map.of("rules", List.of(rule(group))));
            as(Cloud.admin())
                    .body(wish)
                    .put(FEDERATION + "mappings/" + mapping)
                    .then()
                    .statusCode(409);
            for (var rules : List.of(List.of(), List.of(Map.of("local", List.of())), "x")) {
                as(Cloud.admin())
                        .body(Map.of("mapping", Map.of("rules", rules)))
                        .put(FEDERATION + "mappings/" + fresh("m"))
                        .then()
                        .statusCode(400);
            }
        }

        @Test
        void staysWhileAProtocolUsesIt() {
            as(Cloud.admin()).delete(FEDERATION + "mappings/" + mapping).then().statusCode(409);
            as(Cloud.admin()).delete(path + "/protocols/openid").then().statusCode(204);
            as(Cloud.admin()).delete(FEDERATION + "mappings/" + mapping).then().statusCode(204);
        }
    }

    @Nested
    class AProvider {

        @Test
        void isShownAndListed() {
            as(Cloud.admin())
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("identity_provider.id", equalTo(provider))
                    .body("identity_provider.remote_ids", contains(OpenIdServer.ISSUER))
                    .body("identity_provider.enabled", equalTo(true))
                    .body("identity_provider.authorization_ttl", nullValue())
                    .body("identity_provider.links.protocols", equalTo("http://127.0.0.1:18101" + path + "/protocols"));
            as(Cloud.admin())
                    .get(FEDERATION + "identity_providers?enabled=true&id=" + provider)
                    .then()
                    .body("identity_providers.id", contains(provider));
            as(Cloud.admin())
                    .get(path + "/protocols")
                    .then()
                    .body("protocols.mapping_id", contains(mapping))
                    .body("protocols[0].links.identity_provider", equalTo("http://127.0.0.1:18101" + path));
        }

        @Test
        void isTheOnlyOneOfItsIssuer() {
            as(Cloud.admin())
                    .body(Map.of("identity_provider", Map.of("remote_ids", List.of(OpenIdServer.ISSUER))))
                    .put(FEDERATION + "identity_providers/" + fresh("thief"))
                    .then()
                    .statusCode(409);
        }

        @Test
        void thatIsDisabledLetsNobodyInAndEndsWhatItGave() {
            var token = Cloud.token(enterAs(fresh("ada")));
            var scoped = Cloud.token(Cloud.rescope(token, Cloud.project(project)));
            var credential = credentialOf(scoped);
            as(Cloud.admin())
                    .body(Map.of("identity_provider", Map.of("enabled", false)))
                    .patch(path)
                    .then()
                    .statusCode(200);
            isDead(token);
            isDead(scoped);
            enterAs(fresh("ada")).then().statusCode(403);
            credential.then().statusCode(201);
            byCredential(credential).then().statusCode(401);
        }

        private static Response credentialOf(String token) {
            var user = as(token)
                    .header("X-Subject-Token", token)
                    .get(V3 + "/auth/tokens")
                    .path("token.user.id");
            return as(token)
                    .body(Map.of("application_credential", Map.of("name", fresh("c"))))
                    .post(V3 + "/users/" + user + "/application_credentials");
        }

        private static Response byCredential(Response made) {
            return Cloud.attempt(Map.of(
                    "identity",
                    Map.of(
                            "methods",
                            List.of("application_credential"),
                            "application_credential",
                            Map.of(
                                    "id",
                                    made.path("application_credential.id"),
                                    "secret",
                                    made.path("application_credential.secret")))));
        }

        @Test
        void whoseMappingChangesMustBeAskedAgain() {
            var token = Cloud.token(enterAs(fresh("ada")));
            mapBy(rule(group));
            isDead(token);
        }

        @Test
        void thatIsDeletedTakesItsUsersAlong() {
            var answer = enterAs(fresh("ada"));
            as(Cloud.admin()).delete(path).then().statusCode(204);
            isDead(Cloud.token(answer));
            as(Cloud.admin())
                    .get(V3 + "/users/" + answer.path("token.user.id"))
                    .then()
                    .statusCode(404);
            enterAs(fresh("ada")).then().statusCode(404);
        }

        @Test
        void thatNobodyReachesIsToBeAskedLater() {
            as(Cloud.admin())
                    .body(Map.of("identity_provider", Map.of("remote_ids", List.of("http://localhost:18192/dead"))))
                    .patch(path)
                    .then()
                    .statusCode(200);
            enterAs(fresh("ada")).then().statusCode(503);
        }

        @Test
        void speaksNoSaml() {
            as(Cloud.admin()).get(FEDERATION + "saml2/metadata").then().statusCode(404);
            as(Cloud.admin())
                    .body("{}")
                    .post(V3 + "/auth/OS-FEDERATION/saml2")
                    .then()
                    .statusCode(404);
            as(Cloud.admin()).get(FEDERATION + "service_providers").then().statusCode(404);
        }
    }

    @Nested
    class ATokenIsRefused {

        private void refused(String token) {
            enter(token).then().statusCode(401).body("error.code", equalTo(401));
        }

        @Test
        void thatIsMeantForSomebodyElse() {
            refused(OpenIdServer.token("staff", "ada", "another-client", engineer("ada"), 600));
        }

        @Test
        void ofAnotherIssuer() {
            refused(OpenIdServer.token("strangers", "ada", OpenIdServer.CLIENT, engineer("ada"), 600));
        }

        @Test
        void thatHasExpired() {
            refused(OpenIdServer.token("staff", "ada", OpenIdServer.CLIENT, engineer("ada"), -120));
        }

        @Test
        void thatSomebodyChanged() {
            var parts = OpenIdServer.token("ada", engineer("ada")).split("\\.");
            var body = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("ada@", "eve@");
            refused(parts[0] + "." + encoded(body) + "." + parts[2]);
        }

        @Test
        void thatNobodySigned() {
            var parts = OpenIdServer.token("ada", engineer("ada")).split("\\.");
            refused(encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        }

        @Test
        void thatIsSignedWithWhatEverybodyKnows() throws Exception {
            var parts = OpenIdServer.token("ada", engineer("ada")).split("\\.");
            var keys = new JsonWebKeySet(
                    RestAssured.given().get(OpenIdServer.keys()).asString());
            var known = (RsaJsonWebKey) keys.getJsonWebKeys().getFirst();
            var forged = new JsonWebSignature();
            forged.setPayload(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
            forged.setAlgorithmHeaderValue("HS256");
            forged.setKeyIdHeaderValue(known.getKeyId());
            forged.setKey(new HmacKey(known.getPublicKey().getEncoded()));
            refused(forged.getCompactSerialization());
        }

        @Test
        void thatIsNone() {
            refused("x");
            refused("a.b.c");
            refused("x".repeat(7_000));
            nobody().post(path + "/protocols/openid/auth").then().statusCode(401);
            nobody().header("Authorization", "Basic eDp5")
                    .get(path + "/protocols/openid/auth")
                    .then()
                    .statusCode(401);
        }

        @Test
        void whereThereIsNoSuchProviderOrProtocol() {
            var token = OpenIdServer.token("ada", engineer("ada"));
            nobody().header("Authorization", "Bearer " + token)
                    .get(FEDERATION + "identity_providers/nobody/protocols/openid/auth")
                    .then()
                    .statusCode(404);
            nobody().header("Authorization", "Bearer " + token)
                    .get(path + "/protocols/mapped/auth")
                    .then()
                    .statusCode(404);
        }

        private static String encoded(String text) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        }
    }

    @Nested
    class WithTheStockClient {

        @BeforeEach
        void isThere() {
            StockClient.mustBeThere();
        }

        private JsonNode issue(Map<String, String> more) throws Exception {
            var environment = new HashMap<>(Map.of(
                    "OS_AUTH_URL", "http://127.0.0.1:18101/identity/v3",
                    "OS_IDENTITY_API_VERSION", "3",
                    "OS_IDENTITY_PROVIDER", provider,
                    "OS_PROTOCOL", "openid",
                    "OS_PROJECT_ID", project));
            environment.putAll(more);
            return StockClient.run(environment, "token", "issue", "-f", "json");
        }

        private void isScoped(JsonNode token) {
            assertThat(token.get("project_id").asText()).isEqualTo(project);
            as(token.get("id").asText())
                    .header("X-Subject-Token", token.get("id").asText())
                    .get(V3 + "/auth/tokens")
                    .then()
                    .body("token.methods", containsInAnyOrder("openid", "token"))
                    .body("token.roles.name", hasItem("member"));
        }

        @Test
        void aTokenOfTheProviderIsEnough() throws Exception {
            isScoped(issue(Map.of(
                    "OS_AUTH_TYPE",
                    "v3oidcaccesstoken",
                    "OS_ACCESS_TOKEN",
                    OpenIdServer.token("ada", engineer("ada")))));
        }

        @Test
        void soIsAPasswordThatTheProviderKnows() throws Exception {
            OpenIdServer.sayNext("ada", engineer("ada"));
            isScoped(issue(Map.of(
                    "OS_AUTH_TYPE", "v3oidcpassword",
                    "OS_DISCOVERY_ENDPOINT", OpenIdServer.ISSUER + "/.well-known/openid-configuration",
                    "OS_CLIENT_ID", OpenIdServer.CLIENT,
                    "OS_CLIENT_SECRET", "secret-of-the-client",
                    "OS_USERNAME", "ada",
                    "OS_PASSWORD", "known to the provider alone")));
        }

        @Test
        void soIsTheSecretOfAProgram() throws Exception {
            OpenIdServer.sayNext("robot", engineer("robot"));
            isScoped(issue(Map.of(
                    "OS_AUTH_TYPE",
                    "v3oidcclientcredentials",
                    "OS_DISCOVERY_ENDPOINT",
                    OpenIdServer.ISSUER + "/.well-known/openid-configuration",
                    "OS_CLIENT_ID",
                    OpenIdServer.CLIENT,
                    "OS_CLIENT_SECRET",
                    "secret-of-the-client")));
        }
    }

    @Nested
    class InABrowser {

        private static final String SSO = V3 + "/auth/OS-FEDERATION/";

        private Response begin(String origin) {
            return nobody().get(SSO + "identity_providers/" + provider + "/protocols/openid/websso?origin=" + origin);
        }

        /// What the provider answers: where it sends the browser back to.
        private static URI loggedIn(Response begun) throws Exception {
            var answer = OpenIdServer.BROWSER.send(
                    HttpRequest.newBuilder(URI.create(begun.header("Location"))).build(), BodyHandlers.discarding());
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        }

        private static Response back(URI where, String cookie) {
            return nobody().cookie("cumulet-login", cookie).get(where.getRawPath() + "?" + where.getRawQuery());
        }

        @Test
        void aLoginEndsAtTheDashboardWithAToken() throws Exception {
            var begun = begin(DASHBOARD);
            begun.then().statusCode(302);
            assertThat(begun.header("Location"))
                    .startsWith("http://localhost:18191/staff/authorize?")
                    .contains("response_type=code", "client_id=cumulet", "code_challenge_method=S256", "nonce=")
                    .doesNotContain("secret-of-the-client");
            var subject = fresh("ada");
            OpenIdServer.sayNext(subject, engineer(subject));
            var page = back(loggedIn(begun), begun.cookie("cumulet-login"));
            page.then().statusCode(200).contentType("text/html").header("Cache-Control", "no-store");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "form-action http://dashboard.example.org");
            assertThat(page.asString()).contains("action=\"" + DASHBOARD + "\"");
            var token = page.htmlPath().getString("**.find { it.@name == 'token' }.@value");
            as(token).get(V3 + "/auth/projects").then().statusCode(200).body("projects.id", contains(project));
        }

        @Test
        void theOneProviderOfAProtocolNeedNotBeNamed() {
            nobody().get(SSO + "websso/openid?origin=" + DASHBOARD)
                    .then()
                    .statusCode(302)
                    .header("Location", startsWith("http://localhost:18191/staff/authorize?"));
            nobody().get(SSO + "websso/unknown?origin=" + DASHBOARD).then().statusCode(404);
        }

        @Test
        void aTokenGoesToDashboardsThatAreTrustedAndNowhereElse() {
            for (var origin :
                    List.of("http://evil.example.org/", DASHBOARD + "x", "//dashboard.example.org/auth/websso/", "")) {
                begin(origin).then().statusCode(401).header("Location", nullValue());
            }
            nobody().get(SSO + "websso/openid").then().statusCode(401);
        }

        @Test
        void onlyTheBrowserThatBeganComesIn() throws Exception {
            var mine = begin(DASHBOARD);
            var others = begin(DASHBOARD);
            var where = loggedIn(mine);
            back(where, others.cookie("cumulet-login")).then().statusCode(401);
            nobody().get(where.getRawPath() + "?" + where.getRawQuery()).then().statusCode(401);
            back(where, "nonsense").then().statusCode(401);
        }

        @Test
        void anAnswerToAnotherLoginIsNone() throws Exception {
            var begun = begin(DASHBOARD);
            var subject = fresh("ada");
            OpenIdServer.sayNext(
                    subject,
                    Map.of("email", "x@example.org", "teams", List.of("engineers"), "nonce", "of another login"));
            back(loggedIn(begun), begun.cookie("cumulet-login"))
                    .then()
                    .statusCode(401)
                    .body(not(containsString("token\"")));
        }

        @Test
        void aCodeIsGoodOnce() throws Exception {
            var begun = begin(DASHBOARD);
            OpenIdServer.sayNext("ada", engineer("ada"));
            var where = loggedIn(begun);
            back(where, begun.cookie("cumulet-login")).then().statusCode(200);
            back(where, begun.cookie("cumulet-login")).then().statusCode(401);
        }
    }
}
