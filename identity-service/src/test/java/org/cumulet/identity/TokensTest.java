package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.nobody;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Scope;
import org.cumulet.identity.signing.SigningService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@IdentityTest
class TokensTest {

    private static final String TOKENS = V3 + "/auth/tokens";

    @Inject
    SigningService signing;

    @Nested
    class AToken {

        @Test
        void isShownToItsOwner() {
            var member = Cloud.member();
            var token = member.token();
            as(token)
                    .header("X-Subject-Token", token)
                    .get(TOKENS)
                    .then()
                    .statusCode(200)
                    .header("X-Subject-Token", token)
                    .header("Vary", "X-Auth-Token")
                    .body("token.user.id", equalTo(member.id()))
                    .body("token.project.id", equalTo(member.project()))
                    .body("token.catalog", not(nullValue()));
        }

        @Test
        void isShownToAdminsAndServices() {
            var token = Cloud.member().token();
            as(Cloud.admin())
                    .header("X-Subject-Token", token)
                    .get(TOKENS)
                    .then()
                    .statusCode(200);
            as(Cloud.service())
                    .header("X-Subject-Token", token)
                    .get(TOKENS)
                    .then()
                    .statusCode(200);
        }

        @Test
        void isNotShownToOthers() {
            as(Cloud.member().token())
                    .header("X-Subject-Token", Cloud.member().token())
                    .get(TOKENS)
                    .then()
                    .statusCode(403)
                    .body(
                            "error.message",
                            equalTo(
                                    "You are not authorized to perform the requested action: identity:validate_token."));
        }

        @Test
        void isShownWithoutItsCatalogOnRequest() {
            var token = Cloud.admin();
            as(token)
                    .header("X-Subject-Token", token)
                    .get(TOKENS + "?nocatalog")
                    .then()
                    .statusCode(200)
                    .body("token.catalog", nullValue());
        }

        @Test
        void isCheckedWithoutABody() {
            var token = Cloud.admin();
            as(token)
                    .header("X-Subject-Token", token)
                    .head(TOKENS)
                    .then()
                    .statusCode(200)
                    .body(emptyOrNullString());
        }

        @Test
        void isGoneOnceItIsRevoked() {
            var token = Cloud.member().token();
            as(token).header("X-Subject-Token", token).delete(TOKENS).then().statusCode(204);
            as(token).get(V3 + "/auth/projects").then().statusCode(401);
            as(Cloud.admin())
                    .header("X-Subject-Token", token)
                    .get(TOKENS)
                    .then()
                    .statusCode(404);
            as(Cloud.admin())
                    .header("X-Subject-Token", token)
                    .delete(TOKENS)
                    .then()
                    .statusCode(404);
        }

        @Test
        void goesWithoutTheOthersThatWereMadeFromIt() {
            var member = Cloud.member();
            var first = Cloud.token(Cloud.login(byId(member.id()), "unscoped"));
            var second = Cloud.token(Cloud.rescope(first, Cloud.project(member.project())));
            as(first).header("X-Subject-Token", first).delete(TOKENS).then().statusCode(204);
            as(first).get(V3 + "/auth/projects").then().statusCode(401);
            as(second).get(V3 + "/auth/projects").then().statusCode(200);
        }
    }

    @Nested
    class AnythingElse {

        @Test
        void isNotFound() {
            for (var nonsense : List.of("nonsense", "a.b.c", "x".repeat(5_000))) {
                as(Cloud.admin())
                        .header("X-Subject-Token", nonsense)
                        .get(TOKENS)
                        .then()
                        .statusCode(404)
                        .body("error.message", equalTo("Could not find token."));
            }
        }

        @Test
        void isABadRequestWhereNothingIsAskedAbout() {
            as(Cloud.admin()).get(TOKENS).then().statusCode(400);
        }

        @Test
        void isUnauthorizedWithoutAGoodTokenOfOnesOwn() {
            nobody().header("X-Subject-Token", Cloud.admin()).get(TOKENS).then().statusCode(401);
            as("nonsense")
                    .header("X-Subject-Token", Cloud.admin())
                    .get(TOKENS)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", notNullValue());
        }
    }

    @Nested
    class AnExpiredToken {

        @Test
        void isNotFound() {
            as(Cloud.service())
                    .header("X-Subject-Token", endedBefore(Duration.ofMinutes(1)))
                    .get(TOKENS)
                    .then()
                    .statusCode(404);
        }

        @Test
        void isShownToAServiceThatAsksForItWithinTwoDays() {
            as(Cloud.service())
                    .header("X-Subject-Token", endedBefore(Duration.ofHours(47)))
                    .get(TOKENS + "?allow_expired=1")
                    .then()
                    .statusCode(200);
            as(Cloud.service())
                    .header("X-Subject-Token", endedBefore(Duration.ofHours(49)))
                    .get(TOKENS + "?allow_expired=1")
                    .then()
                    .statusCode(404);
        }

        @Test
        void isNotShownToOthersWhateverTheyAsk() {
            as(Cloud.admin())
                    .header("X-Subject-Token", endedBefore(Duration.ofMinutes(1)))
                    .get(TOKENS + "?allow_expired=1")
                    .then()
                    .statusCode(404);
        }

        private String endedBefore(Duration ago) {
            var end = Instant.now().minus(ago);
            return signing.sign(new Caller(
                    new Caller.User(Cloud.newUser(), "somebody", "default", "Default"),
                    new Scope.Unscoped(),
                    Set.of(),
                    List.of("password"),
                    List.of("an-audit-id-of-22-char"),
                    end.minus(Duration.ofHours(1)),
                    end,
                    null));
        }
    }

    @Nested
    class TheCallersOwn {

        @Test
        void catalogIsTheOneOfTheToken() {
            as(Cloud.member().token())
                    .get(V3 + "/auth/catalog")
                    .then()
                    .statusCode(200)
                    .body("catalog.type", hasItem("compute"))
                    .body("links.self", equalTo("http://127.0.0.1:18101/identity/v3/auth/catalog"));
        }

        @Test
        void catalogIsRefusedWithoutAScope() {
            var unscoped = Cloud.token(Cloud.login(byId(Cloud.newUser()), "unscoped"));
            as(unscoped).get(V3 + "/auth/catalog").then().statusCode(403);
        }

        @Test
        void scopesAreFoundWithAnUnscopedToken() {
            var member = Cloud.member();
            var domain = Cloud.newDomain();
            var disabled = Cloud.newProject();
            Cloud.grant("domains/" + domain, member.id(), "reader");
            Cloud.grant("projects/" + disabled, member.id(), "reader");
            Cloud.grant("system", member.id(), "reader");
            Cloud.change("projects", "project", disabled, Map.of("enabled", false));
            var unscoped = Cloud.token(Cloud.login(byId(member.id()), "unscoped"));
            as(unscoped)
                    .get(V3 + "/auth/projects")
                    .then()
                    .statusCode(200)
                    .body("projects.id", equalTo(List.of(member.project())));
            as(unscoped).get(V3 + "/auth/domains").then().statusCode(200).body("domains.id", equalTo(List.of(domain)));
            as(unscoped)
                    .get(V3 + "/auth/system")
                    .then()
                    .statusCode(200)
                    .body("system", equalTo(List.of(Map.of("all", true))));
            as(unscoped)
                    .get(V3 + "/users/" + member.id() + "/projects")
                    .then()
                    .statusCode(200)
                    .body("projects", hasSize(1));
        }

        @Test
        void scopesAreNoneForAUserWithoutRoles() {
            var unscoped = Cloud.token(Cloud.login(byId(Cloud.newUser()), "unscoped"));
            as(unscoped).get(V3 + "/auth/projects").then().body("projects", hasSize(0));
            as(unscoped).get(V3 + "/auth/domains").then().body("domains", hasSize(0));
            as(unscoped).get(V3 + "/auth/system").then().body("system", hasSize(0));
        }
    }
}
