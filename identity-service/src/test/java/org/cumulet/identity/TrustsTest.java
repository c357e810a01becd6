package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
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

/// `/v3/OS-TRUST/trusts`: one user acts with roles of another.
@IdentityTest
class TrustsTest {

    private static final String TRUSTS = V3 + "/OS-TRUST/trusts";

    private final Person trustor = Cloud.member();
    private final Person trustee = Cloud.member();
    private final String token = trustor.token();

    private Map<String, Object> wish(Map<String, ?> more) {
        return with(
                more,
                Map.entry("trustor_user_id", trustor.id()),
                Map.entry("trustee_user_id", trustee.id()),
                Map.entry("project_id", trustor.project()),
                Map.entry("impersonation", true),
                Map.entry("roles", List.of(Map.of("name", "reader"))));
    }

    private static Response ask(String token, Map<String, ?> wish) {
        return as(token).body(Map.of("trust", wish)).post(TRUSTS);
    }

    private String make(Map<String, ?> more) {
        return ask(token, wish(more)).then().statusCode(201).extract().path("trust.id");
    }

    private static Response login(Person who, String trust) {
        return Cloud.login(byId(who.id()), Map.of("OS-TRUST:trust", Map.of("id", trust)));
    }

    @Nested
    class ANewOne {

        @Test
        void isShownWithItsRoles() {
            ask(token, wish(Map.of()))
                    .then()
                    .statusCode(201)
                    .body("trust.trustor_user_id", equalTo(trustor.id()))
                    .body("trust.trustee_user_id", equalTo(trustee.id()))
                    .body("trust.expires_at", nullValue())
                    .body("trust.remaining_uses", nullValue())
                    .body("trust.deleted_at", nullValue())
                    .body("trust.redelegation_count", equalTo(0))
                    .body("trust.roles.name", equalTo(List.of("reader")));
        }

        @Test
        void isMadeByTheTrustorAloneAndNeverWiderThanItsRoles() {
            ask(trustee.token(), wish(Map.of())).then().statusCode(403);
            ask(Cloud.admin(), wish(Map.of())).then().statusCode(403);
            ask(token, wish(Map.of("roles", List.of(Map.of("name", "admin")))))
                    .then()
                    .statusCode(403);
            ask(token, wish(Map.of("roles", List.of()))).then().statusCode(403);
            ask(token, wish(Map.of("project_id", trustee.project()))).then().statusCode(403);
            ask(token, wish(Map.of("project_id", "nothing"))).then().statusCode(404);
            ask(token, wish(Map.of("trustee_user_id", "nobody"))).then().statusCode(404);
            ask(token, wish(Map.of("expires_at", "2001-01-01T00:00:00Z")))
                    .then()
                    .statusCode(400);
            ask(token, wish(Map.of("remaining_uses", 0))).then().statusCode(400);
            ask(token, wish(Map.of("impersonation", "yes"))).then().statusCode(400);
        }

        @Test
        void isFoundByItsTwoSidesAndThoseWhoRunTheCloud() {
            var id = make(Map.of());
            for (var one : List.of(token, trustee.token(), Cloud.admin())) {
                as(one).get(TRUSTS + "/" + id).then().statusCode(200);
                as(one).get(TRUSTS + "/" + id + "/roles").then().body("roles.name", equalTo(List.of("reader")));
            }
            var reader = Cloud.role("reader");
            as(token).head(TRUSTS + "/" + id + "/roles/" + reader).then().statusCode(200);
            as(token)
                    .get(TRUSTS + "/" + id + "/roles/" + Cloud.role("member"))
                    .then()
                    .statusCode(404);
            var stranger = Cloud.member().token();
            as(stranger).get(TRUSTS + "/" + id).then().statusCode(404);
            as(stranger).delete(TRUSTS + "/" + id).then().statusCode(404);
            as(trustee.token()).delete(TRUSTS + "/" + id).then().statusCode(404);
            as(stranger).get(TRUSTS).then().statusCode(403);
            as(stranger).get(TRUSTS + "?trustor_user_id=" + trustor.id()).then().statusCode(403);
            as(token).get(TRUSTS + "?trustor_user_id=" + trustor.id()).then().body("trusts.id", equalTo(List.of(id)));
            as(Cloud.admin()).get(TRUSTS).then().body("trusts.id", hasItem(id));
        }
    }

    @Nested
    class ALogin {

        @Test
        void isTheTrustorWhereItImpersonates() {
            login(trustee, make(Map.of()))
                    .then()
                    .statusCode(201)
                    .body("token.user.id", equalTo(trustor.id()))
                    .body("token.project.id", equalTo(trustor.project()))
                    .body("token.roles.name", equalTo(List.of("reader")))
                    .body("token.'OS-TRUST:trust'.trustee_user.id", equalTo(trustee.id()))
                    .body("token.'OS-TRUST:trust'.trustor_user.id", equalTo(trustor.id()));
        }

        @Test
        void isTheTrusteeWhereItDoesNot() {
            login(trustee, make(Map.of("impersonation", false)))
                    .then()
                    .statusCode(201)
                    .body("token.user.id", equalTo(trustee.id()));
        }

        @Test
        void isOnlyForTheTrustee() {
            var id = make(Map.of());
            login(trustor, id).then().statusCode(401);
            login(Cloud.member(), id).then().statusCode(401);
            login(trustee, "nothing").then().statusCode(401);
        }

        @Test
        void countsUsesAndEndsWithTheTrust() {
            var once = make(Map.of("remaining_uses", 1));
            login(trustee, once).then().statusCode(201);
            login(trustee, once).then().statusCode(401);
            as(token).get(TRUSTS + "/" + once).then().statusCode(404);
            var end = Instant.now().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS);
            login(trustee, make(Map.of("expires_at", end.toString())))
                    .then()
                    .body("token.expires_at", equalTo(end.toString().replace("Z", ".000000Z")));
        }

        @Test
        void isNotRescoped() {
            var made = Cloud.token(login(trustee, make(Map.of())));
            Cloud.rescope(made, Cloud.project(trustor.project())).then().statusCode(403);
            Cloud.rescope(made, "unscoped").then().statusCode(403);
        }

        @Test
        void diesWithTheTrustTheRolesAndEitherUser() {
            var deleted = make(Map.of());
            var first = Cloud.token(login(trustee, deleted));
            as(token).delete(TRUSTS + "/" + deleted).then().statusCode(204);
            as(first).get(V3 + "/auth/projects").then().statusCode(401);
            login(trustee, deleted).then().statusCode(401);

            var other = make(Map.of("impersonation", false));
            var second = Cloud.token(login(trustee, other));
            Cloud.change("users", "user", trustor.id(), Map.of("enabled", false));
            as(second).get(V3 + "/auth/projects").then().statusCode(401);
            login(trustee, other).then().statusCode(401);
            Cloud.change("users", "user", trustor.id(), Map.of("enabled", true));
            var third = Cloud.token(login(trustee, other));
            Cloud.delete(
                    "projects/%s/users/%s/roles/%s".formatted(trustor.project(), trustor.id(), Cloud.role("member")));
            as(third).get(V3 + "/auth/projects").then().statusCode(401);
            login(trustee, other).then().statusCode(401);
        }
    }

    @Nested
    class HandingOn {

        private final Person third = Cloud.member();

        private Map<String, Object> onward(Map<String, ?> more) {
            return wish(with(more, Map.entry("trustee_user_id", third.id())));
        }

        @Test
        void isOpenOnlyWhereItWasAllowed() {
            var made = Cloud.token(login(trustee, make(Map.of())));
            ask(made, onward(Map.of())).then().statusCode(403);
        }

        @Test
        void givesNoMoreThanItWasGiven() {
            var id = make(Map.of("allow_redelegation", true, "redelegation_count", 1));
            var made = Cloud.token(login(trustee, id));
            ask(made, onward(Map.of("roles", List.of(Map.of("name", "member")))))
                    .then()
                    .statusCode(403);
            ask(made, onward(Map.of("allow_redelegation", true, "redelegation_count", 1)))
                    .then()
                    .statusCode(403);
            var next = ask(made, onward(Map.of()))
                    .then()
                    .statusCode(201)
                    .body("trust.redelegated_trust_id", equalTo(id))
                    .extract()
                    .<String>path("trust.id");
            var far = Cloud.token(login(third, next));
            as(token).delete(TRUSTS + "/" + id).then().statusCode(204);
            as(far).get(V3 + "/auth/projects").then().statusCode(401);
        }
    }

    /// Security case 6.
    @Test
    void makesNoLoginsThatWouldOutliveIt() {
        var made = Cloud.token(login(trustee, make(Map.of())));
        as(made).body(Map.of("application_credential", Map.of("name", "mine now")))
                .post(V3 + "/users/" + trustor.id() + "/application_credentials")
                .then()
                .statusCode(403);
        as(made).body(Map.of("credential", Map.of("type", "cert", "blob", "x", "user_id", trustor.id())))
                .post(V3 + "/credentials")
                .then()
                .statusCode(403);
        assertThat(as(token)
                        .get(V3 + "/users/" + trustor.id() + "/application_credentials")
                        .<List<?>>path("application_credentials"))
                .isEmpty();
        as(Cloud.admin()).get(V3 + "/credentials").then().body("credentials.user_id", not(hasItems(trustor.id())));
    }
}
